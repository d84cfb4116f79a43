package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.serde.ColumnInference;
import io.confluent.ksql.serde.ColumnRules;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.InferredSchema;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns to JSON schemas and back. */
final class JsonSchemaTranslator implements SchemaTranslator {
  static final JsonSchemaTranslator INSTANCE = new JsonSchemaTranslator();

  private JsonSchemaTranslator() {}

  @Override
  public RegistrySchema.Type type() {
    return RegistrySchema.Type.JSON;
  }

  @Override
  public RegistrySchema toSchema(List<Column> columns, FormatContext context) {
    ColumnRules.refuse(JsonSrFormat.NAME, context.side(), columns, ColumnRules::onlyStringKeys);
    return RegistrySchema.of(RegistrySchema.Type.JSON, schema(columns, context).toString());
  }

  private static ObjectNode schema(List<Column> columns, FormatContext context) {
    if (context.isBare(columns.size())) {
      return SchemaBuilder.orNull(columns.get(0).type());
    }
    ObjectNode row = SchemaBuilder.ofFields(FieldNames.struct(columns));
    String name = context.option(SchemaOptions.SCHEMA_FULL_NAME);
    if (!name.isEmpty()) {
      row.put(Keywords.TITLE, name);
    }
    // A record without a key has null for one; a value that is null is no row at all.
    return context.side() == Side.KEY ? SchemaBuilder.orNull(row) : row;
  }

  @Override
  public InferredSchema toColumns(RegistrySchema registered, FormatContext context) {
    ColumnInference inference = new ColumnInference(context);
    try {
      return inference.columns(root(registered, context).shape().foreign());
    } catch (InvalidSchemaException e) {
      throw inference.refused("It is not a JSON schema: " + e.getMessage() + ".");
    }
  }

  /**
   * The shape of rows.
   *
   * @throws InvalidSchemaException if the text is no schema, or has no part of the name asked for
   */
  static JsonShape.Slot root(RegistrySchema registered, FormatContext context) {
    SchemaDocuments documents =
        SchemaDocuments.of(
            registered,
            reference ->
                context
                    .registry()
                    .flatMap(schemas -> schemas.version(reference.subject(), reference.version()))
                    .map(RegisteredSchema::schema));
    return new JsonShapes(documents).of(selected(documents, context));
  }

  /** The part that the option names: the schema itself, a choice in it or a definition. */
  private static SchemaDocuments.Place selected(SchemaDocuments documents, FormatContext context) {
    SchemaDocuments.Place root = documents.root();
    String name = context.option(SchemaOptions.SCHEMA_FULL_NAME);
    if (name.isEmpty() || isNamed(root.schema(), name)) {
      return root;
    }
    return part(root.schema(), name)
        .map(root::at)
        .orElseThrow(() -> new InvalidSchemaException("it defines nothing named " + name));
  }

  private static Optional<JsonNode> part(JsonNode root, String name) {
    for (String choice : List.of(Keywords.ONE_OF, Keywords.ANY_OF)) {
      for (JsonNode branch : root.path(choice)) {
        if (isNamed(branch, name)) {
          return Optional.of(branch);
        }
      }
    }
    for (String definitions : List.of(Keywords.DEFINITIONS, Keywords.DEFS)) {
      for (Map.Entry<String, JsonNode> each : root.path(definitions).properties()) {
        if (each.getKey().equals(name) || isNamed(each.getValue(), name)) {
          return Optional.of(each.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(JsonNode schema, String name) {
    return schema.path(Keywords.TITLE).asText().equals(name);
  }
}
