package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * Writes rows with the schema of their columns, which is registered once, or with the registered
 * one whose id is given.
 */
final class AvroEncoder implements RowEncoder {
  @FunctionalInterface
  private interface RootWriter {
    void write(Object[] row, AvroOutput out);
  }

  private final List<Column> columns;
  private final FormatContext context;
  private final SchemaRegistry registry;
  private final boolean bare;
  private final AvroOutput out = new AvroOutput();
  private byte[] prefix;
  private RootWriter writer;

  AvroEncoder(List<Column> columns, FormatContext context, SchemaRegistry registry) {
    this.columns = List.copyOf(columns);
    this.context = context;
    this.registry = registry;
    bare = context.isBare(columns.size());
  }

  @Override
  public void prepare() {
    if (writer != null) {
      return;
    }
    int given = Math.toIntExact(context.option(AvroFormat.SCHEMA_ID));
    if (given == AvroFormat.NO_ID) {
      RegistrySchema schema = AvroTranslator.INSTANCE.toSchema(columns, context);
      RootWriter made = rootWriter(AvroParser.parse(schema, registry));
      prefix = WireFormat.prefix(registry.register(context.subject(), schema));
      writer = made;
    } else {
      RootWriter made = rootWriter(registered(given));
      prefix = WireFormat.prefix(given);
      writer = made;
    }
  }

  @Override
  public byte[] encode(Object[] row) {
    if (row == null || bare && row[0] == null) {
      return null;
    }
    prepare();
    out.clear();
    out.writeRaw(prefix);
    writer.write(row, out);
    return out.toBytes();
  }

  private Schema registered(int id) {
    RegistrySchema schema =
        registry
            .byId(id)
            .orElseThrow(
                () -> new EncodeException("The schema registry has no schema with the id " + id));
    if (schema.type() != RegistrySchema.Type.AVRO) {
      throw new EncodeException(
          "The schema with the id " + id + " is written in " + schema.type() + ", not in AVRO");
    }
    try {
      return AvroParser.parse(schema, registry);
    } catch (SchemaParseException e) {
      throw new EncodeException("The schema with the id " + id + " is not valid in AVRO", e);
    }
  }

  private RootWriter rootWriter(Schema schema) {
    if (bare) {
      AvroWriter value = AvroWriter.of(columns.get(0).type(), schema);
      return (row, output) -> value.write(row[0], output);
    }
    SqlStruct.Builder struct = SqlTypes.struct();
    columns.forEach(column -> struct.field(column.name(), column.type()));
    if (schema.getType() != Schema.Type.RECORD) {
      throw AvroWriter.mismatch(struct.build(), schema);
    }
    RecordWriter record = new RecordWriter(struct.build(), schema);
    return (row, output) -> record.write(i -> row[i], output);
  }
}
