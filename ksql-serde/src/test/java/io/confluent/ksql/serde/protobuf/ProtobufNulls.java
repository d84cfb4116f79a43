package io.confluent.ksql.serde.protobuf;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is read back where null was written without a way to tell it. */
final class ProtobufNulls {
  private ProtobufNulls() {}

  static Object[] readBack(List<Column> columns, Object[] row) {
    Object[] read = new Object[row.length];
    for (int i = 0; i < row.length; i++) {
      read[i] = field(columns.get(i).type(), row[i]);
    }
    return read;
  }

  /** Types in which a list holds lists have no messages. */
  static boolean holds(SqlType type) {
    if (type instanceof SqlArray array) {
      SqlType item = array.getItemType();
      return !(item instanceof SqlArray) && !(item instanceof SqlMap) && holds(item);
    }
    if (type instanceof SqlMap map) {
      return holds(map.getValueType());
    }
    return !(type instanceof SqlStruct struct)
        || struct.fields().stream().allMatch(field -> holds(field.type()));
  }

  private static Object field(SqlType type, Object value) {
    if (value == null) {
      return switch (type.baseType()) {
        case DECIMAL, TIME, DATE, TIMESTAMP, STRUCT -> null;
        case BOOLEAN, INTEGER, BIGINT, DOUBLE, STRING, BYTES, ARRAY, MAP -> empty(type);
      };
    }
    return inside(type, value);
  }

  private static Object empty(SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN -> false;
      case INTEGER -> 0;
      case BIGINT -> 0L;
      case DOUBLE -> 0.0;
      case STRING -> "";
      case BYTES -> ByteBuffer.allocate(0);
      case DECIMAL -> BigDecimal.ZERO;
      case TIME -> new Time(0);
      case DATE -> null;
      case TIMESTAMP -> new Timestamp(0);
      case ARRAY -> List.of();
      case MAP -> Map.of();
      case STRUCT -> {
        SqlStruct struct = (SqlStruct) type;
        yield new StructValue(
            struct, struct.fields().stream().map(each -> field(each.type(), null)).toArray());
      }
    };
  }

  private static Object inside(SqlType type, Object value) {
    if (type instanceof SqlArray array) {
      List<Object> read = new ArrayList<>();
      for (Object item : (List<?>) value) {
        read.add(item == null ? empty(array.getItemType()) : inside(array.getItemType(), item));
      }
      return read;
    }
    if (type instanceof SqlMap map) {
      Map<Object, Object> read = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, each) -> read.put(key, field(map.getValueType(), each)));
      return read;
    }
    if (type instanceof SqlStruct struct) {
      Object[] read = new Object[struct.fields().size()];
      for (SqlStruct.Field field : struct.fields()) {
        read[field.index()] = field(field.type(), ((StructValue) value).value(field.index()));
      }
      return new StructValue(struct, read);
    }
    return value;
  }
}
