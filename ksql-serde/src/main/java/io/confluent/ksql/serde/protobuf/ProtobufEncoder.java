package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.protobuf.RowCodecs.RowWriter;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes rows with the schema of their columns, which is registered once, or with the registered
 * one whose id is given.
 */
final class ProtobufEncoder implements RowEncoder {
  private final List<Column> columns;
  private final FormatContext context;
  private final SchemaRegistry registry;
  private final ProtoOutput out = new ProtoOutput();
  private byte[] prefix;
  private byte[] indexes;
  private RowWriter writer;

  ProtobufEncoder(List<Column> columns, FormatContext context, SchemaRegistry registry) {
    this.columns = List.copyOf(columns);
    this.context = context;
    this.registry = registry;
  }

  @Override
  public void prepare() {
    if (writer != null) {
      return;
    }
    OptionalInt given = SchemaOptions.id(context);
    RegistrySchema schema =
        given.isPresent()
            ? registered(given.getAsInt())
            : ProtobufTranslator.INSTANCE.toSchema(columns, context);
    Descriptor message = message(schema);
    RowWriter made = RowCodecs.writer(columns, message);
    int id =
        given.isPresent() ? given.getAsInt() : registry.register(context.subject(), schema);
    prefix = WireFormat.prefix(id);
    indexes = MessageIndexes.bytes(message);
    writer = made;
  }

  @Override
  public byte[] encode(Object[] row) {
    if (row == null) {
      return null;
    }
    prepare();
    out.clear();
    out.writeRaw(prefix);
    out.writeRaw(indexes);
    writer.write(row, out);
    return out.toBytes();
  }

  private RegistrySchema registered(int id) {
    RegistrySchema schema =
        registry
            .byId(id)
            .orElseThrow(
                () -> new EncodeException("The schema registry has no schema with the id " + id));
    if (schema.type() != RegistrySchema.Type.PROTOBUF) {
      throw new EncodeException(
          "The schema with the id %d is written in %s, not in PROTOBUF"
              .formatted(id, schema.type()));
    }
    return schema;
  }

  private Descriptor message(RegistrySchema schema) {
    try {
      return RowMessage.of(
          RegisteredProto.parse(schema, Optional.of(registry)), ProtobufOptions.fullName(context));
    } catch (ProtoSchemaException e) {
      throw new EncodeException("The schema cannot be used: " + e.getMessage(), e);
    }
  }
}
