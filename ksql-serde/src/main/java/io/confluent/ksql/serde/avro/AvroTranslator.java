package io.confluent.ksql.serde.avro;

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
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Columns to Avro schemas and back. */
final class AvroTranslator implements SchemaTranslator {
  static final AvroTranslator INSTANCE = new AvroTranslator();

  private static final String KEY_COLUMN = "ROWKEY";
  private static final String VALUE_COLUMN = "ROWVAL";

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
      throw invalid(context, "It is not valid in AVRO: " + e.getMessage());
    }
    schema = selected(schema, context);
    AvroTypes types =
        new AvroTypes(
            context.option(AvroFormat.SCHEMA_ID) == AvroFormat.NO_ID
                ? AvroTypes.NameCase.UPPER
                : AvroTypes.NameCase.KEPT);
    Optional<SqlType> type = types.typeOf(schema, "");
    if (type.isEmpty()) {
      throw invalid(context, "No part of it has a SQL type. " + String.join(" ", types.dropped()));
    }
    return new InferredSchema(
        columns(type.get(), context.side()), type.get() instanceof SqlStruct, types.dropped());
  }

  private static List<Column> columns(SqlType type, Side side) {
    if (side == Side.KEY) {
      return List.of(new Column(KEY_COLUMN, type));
    }
    if (!(type instanceof SqlStruct struct)) {
      return List.of(new Column(VALUE_COLUMN, type));
    }
    List<Column> columns = new ArrayList<>();
    struct.fields().forEach(field -> columns.add(new Column(field.name(), field.type())));
    return columns;
  }

  /** The record that the option names: the schema itself or a branch of it. */
  private static Schema selected(Schema schema, FormatContext context) {
    String name = context.option(AvroFormat.SCHEMA_FULL_NAME);
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
    throw invalid(context, "It defines no record named " + name + ".");
  }

  private static boolean isNamed(Schema schema, String name) {
    return schema.getType() == Schema.Type.RECORD && schema.getFullName().equals(name);
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
