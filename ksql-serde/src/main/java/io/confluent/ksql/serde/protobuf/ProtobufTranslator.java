package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.ColumnInference;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;

/** Columns to Protobuf schemas and back. */
final class ProtobufTranslator implements SchemaTranslator {
  static final ProtobufTranslator INSTANCE = new ProtobufTranslator();

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
            .ofRow(FieldNames.struct(columns), ProtobufOptions.fullName(context)));
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
      throw new ColumnInference(context).refused("In PROTOBUF " + e.getMessage() + ".");
    }
    boolean wrapper = ProtoShape.isWrapper(message);
    InferredSchema inferred =
        new ColumnInference(context)
            .columns(
                wrapper
                    ? new ProtoTypes().typeOf(message.findFieldByName(ProtoShape.BARE_FIELD))
                    : new ProtoTypes().typeOf(message));
    if (wrapper || context.side() == Side.VALUE) {
      return inferred;
    }
    // Unlike a record in other languages, the message of a key is its columns, of which there is
    // one.
    SqlStruct key = (SqlStruct) inferred.columns().get(0).type();
    if (key.fields().size() > 1) {
      throw new ColumnInference(context)
          .refused(
              "Its message %s has several fields, and a key that is taken from a schema is one."
                  .formatted(message.getFullName()));
    }
    SqlStruct.Field only = key.fields().get(0);
    return new InferredSchema(
        List.of(new Column(only.name(), only.type())), true, inferred.dropped());
  }
}
