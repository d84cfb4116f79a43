package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RegistryEncoder;
import io.confluent.ksql.serde.protobuf.RowCodecs.RowWriter;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import java.util.Optional;

/** Makes writers of rows with a message of a schema. */
final class ProtobufEncoder implements RegistryEncoder.Compiler {
  private final List<Column> columns;
  private final FormatContext context;
  private final SchemaRegistry registry;
  private final ProtoOutput out = new ProtoOutput();

  ProtobufEncoder(List<Column> columns, FormatContext context, SchemaRegistry registry) {
    this.columns = List.copyOf(columns);
    this.context = context;
    this.registry = registry;
  }

  @Override
  public boolean writesBareKeys() {
    return false;
  }

  @Override
  public RegistryEncoder.Writer writer(RegistrySchema schema) {
    Descriptor message;
    try {
      message =
          RowMessage.of(
              RegisteredProto.parse(schema, Optional.of(registry)),
              ProtobufOptions.fullName(context));
    } catch (ProtoSchemaException e) {
      throw new EncodeException("The schema to write with cannot be used: " + e.getMessage(), e);
    }
    byte[] indexes = MessageIndexes.bytes(message);
    RowWriter writer = RowCodecs.writer(columns, message);
    return (prefix, row) -> {
      out.clear();
      out.writeRaw(prefix);
      out.writeRaw(indexes);
      writer.write(row, out);
      return out.toBytes();
    };
  }
}
