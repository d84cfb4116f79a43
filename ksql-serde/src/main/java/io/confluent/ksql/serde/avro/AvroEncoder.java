package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RegistryEncoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Makes writers of rows with an Avro schema. */
final class AvroEncoder implements RegistryEncoder.Compiler {
  @FunctionalInterface
  private interface RootWriter {
    void write(Object[] row, AvroOutput out);
  }

  private final List<Column> columns;
  private final FormatContext context;
  private final SchemaRegistry registry;
  private final AvroOutput out = new AvroOutput();

  private AvroEncoder(List<Column> columns, FormatContext context, SchemaRegistry registry) {
    this.columns = List.copyOf(columns);
    this.context = context;
    this.registry = registry;
  }

  static RowEncoder of(List<Column> columns, FormatContext context, SchemaRegistry registry) {
    return new RegistryEncoder(
        AvroTranslator.INSTANCE,
        columns,
        context,
        registry,
        new AvroEncoder(columns, context, registry));
  }

  @Override
  public RegistryEncoder.Writer writer(RegistrySchema registered) {
    RootWriter root;
    try {
      root = rootWriter(AvroParser.parse(registered, registry));
    } catch (SchemaParseException e) {
      throw new EncodeException("The schema to write with is not valid in AVRO", e);
    }
    return (prefix, row) -> {
      out.clear();
      out.writeRaw(prefix);
      root.write(row, out);
      return out.toBytes();
    };
  }

  private RootWriter rootWriter(Schema schema) {
    if (context.isBare(columns.size())) {
      AvroWriter value = AvroWriter.of(columns.get(0).type(), schema);
      return (row, output) -> value.write(row[0], output);
    }
    SqlStruct struct = FieldNames.struct(columns);
    if (schema.getType() != Schema.Type.RECORD) {
      throw AvroWriter.mismatch(struct, schema);
    }
    RecordWriter record = new RecordWriter(struct, schema);
    return (row, output) -> record.write(i -> row[i], output);
  }
}
