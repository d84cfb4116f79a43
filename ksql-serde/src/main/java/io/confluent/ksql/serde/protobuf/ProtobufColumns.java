package io.confluent.ksql.serde.protobuf;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.ColumnRules;
import java.util.List;
import java.util.Optional;

/** Which columns a Protobuf message can hold. */
final class ProtobufColumns {
  private ProtobufColumns() {}

  static void check(String format, List<Column> columns, Schema.Side side) {
    ColumnRules.refuse(format, side, columns, ProtobufColumns::refusal);
    for (Column column : columns) {
      if (!ProtobufOptions.isName(column.name())) {
        throw ColumnRules.refusal(
            format,
            side,
            "The column name '%s' is not one in Protobuf: letters, digits and underscores, no digit first."
                .formatted(column.name()));
      }
    }
  }

  private static Optional<String> refusal(SqlType type) {
    if (type instanceof SqlArray array && isRepeated(array.getItemType())) {
      return Optional.of(
          "the items of an ARRAY cannot be ARRAYs or MAPs; a STRUCT around them can be.");
    }
    if (type instanceof SqlStruct struct) {
      for (SqlStruct.Field field : struct.fields()) {
        if (!ProtobufOptions.isName(field.name())) {
          return Optional.of("the field name '" + field.name() + "' is not one in Protobuf.");
        }
      }
    }
    return ColumnRules.onlyStringKeys(type);
  }

  private static boolean isRepeated(SqlType type) {
    return type instanceof SqlArray || type instanceof SqlMap;
  }
}
