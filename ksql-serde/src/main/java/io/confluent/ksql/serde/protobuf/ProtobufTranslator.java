package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns to Protobuf schemas and back. */
final class ProtobufTranslator implements SchemaTranslator {
  static final ProtobufTranslator INSTANCE = new ProtobufTranslator();

  private static final String KEY_COLUMN = "ROWKEY";
  private static final String VALUE_COLUMN = "ROWVAL";

  private ProtobufTranslator() {}

  @Override
  public RegistrySchema.Type type() {
    return RegistrySchema.Type.PROTOBUF;
  }

  @Override
  public RegistrySchema toSchema(List<Column> columns, FormatContext context) {
    ProtobufColumns.check(ProtobufFormat.NAME, columns, context.side());
    return RegistrySchema.of(
        RegistrySchema.Type.PROTOBUF,
        new SchemaTextBuilder(ProtobufOptions.nullable(context))
            .ofRow(ProtobufColumns.struct(columns), ProtobufOptions.fullName(context)));
  }

  @Override
  public InferredSchema toColumns(RegistrySchema registered, FormatContext context) {
    Descriptor message;
    try {
      message =
          RowMessage.of(
              RegisteredProto.parse(registered, context.registry()),
              ProtobufOptions.fullName(context));
    } catch (ProtoSchemaException e) {
      throw invalid(context, "In PROTOBUF " + e.getMessage() + ".");
    }
    ProtoTypes types =
        new ProtoTypes(
            ProtobufOptions.schemaId(context).isEmpty()
                ? ProtoTypes.NameCase.UPPER
                : ProtoTypes.NameCase.KEPT);
    if (ProtoShape.isWrapper(message)) {
      SqlType bare =
          types.typeOf(message.findFieldByName(ProtoShape.BARE_FIELD), "").orElseThrow();
      String name = context.side() == Side.KEY ? KEY_COLUMN : VALUE_COLUMN;
      return new InferredSchema(List.of(new Column(name, bare)), false, List.of());
    }
    Optional<SqlStruct> row = types.typeOf(message, "");
    if (row.isEmpty()) {
      throw invalid(context, "No part of it has a SQL type. " + String.join(" ", types.dropped()));
    }
    List<Column> columns = new ArrayList<>();
    row.get().fields().forEach(field -> columns.add(new Column(field.name(), field.type())));
    if (context.side() == Side.KEY && columns.size() > 1) {
      throw invalid(
          context, "Its message %s has several fields, and a key that is taken from a schema is one column."
              .formatted(message.getFullName()));
    }
    return new InferredSchema(columns, true, types.dropped());
  }

  private static DiagnosticException invalid(FormatContext context, String reason) {
    return Diagnostic.error(
            ErrorCode.INVALID_FORMAT,
            "The schema of the subject %s cannot be turned into columns. %s",
            context.subject(),
            reason)
        .toException();
  }
}
