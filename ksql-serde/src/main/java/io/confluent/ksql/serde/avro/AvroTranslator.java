package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.ColumnInference;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Columns to Avro schemas and back. */
final class AvroTranslator implements SchemaTranslator {
  static final AvroTranslator INSTANCE = new AvroTranslator();

  private AvroTranslator() {}

  @Override
  public RegistrySchema.Type type() {
    return RegistrySchema.Type.AVRO;
  }

  @Override
  public RegistrySchema toSchema(List<Column> columns, FormatContext context) {
    AvroFormat.checkColumns(columns, context.side());
    String name = AvroNames.ofRow(context);
    AvroSchemaBuilder builder = new AvroSchemaBuilder(context.side());
    Schema schema =
        context.isBare(columns.size())
            ? builder.ofValue(columns.get(0).type(), name)
            : builder.ofColumns(columns, name);
    return RegistrySchema.of(RegistrySchema.Type.AVRO, schema.toString());
  }

  @Override
  public InferredSchema toColumns(RegistrySchema registered, FormatContext context) {
    Schema schema;
    try {
      schema =
          context.registry().isPresent()
              ? AvroParser.parse(registered, context.registry().get())
              : new Schema.Parser().setValidateDefaults(false).parse(registered.text());
    } catch (SchemaParseException e) {
      throw new ColumnInference(context).refused("It is not valid in AVRO: " + e.getMessage());
    }
    return new ColumnInference(context).columns(new AvroTypes().typeOf(selected(schema, context)));
  }

  /** The record that the option names: the schema itself or a branch of it. */
  private static Schema selected(Schema schema, FormatContext context) {
    String name = context.option(SchemaOptions.SCHEMA_FULL_NAME);
    if (name.isEmpty() || isNamed(schema, name)) {
      return schema;
    }
    if (schema.getType() == Schema.Type.UNION) {
      for (Schema branch : schema.getTypes()) {
        if (isNamed(branch, name)) {
          return branch;
        }
      }
    }
    throw new ColumnInference(context).refused("It defines no record named " + name + ".");
  }

  private static boolean isNamed(Schema schema, String name) {
    return schema.getType() == Schema.Type.RECORD && schema.getFullName().equals(name);
  }
}
