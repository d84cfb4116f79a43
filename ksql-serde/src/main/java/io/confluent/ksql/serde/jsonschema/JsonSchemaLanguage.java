package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaLanguage;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A registry's rules for JSON schemas. */
public final class JsonSchemaLanguage implements SchemaLanguage {
  @Override
  public RegistrySchema.Type type() {
    return RegistrySchema.Type.JSON;
  }

  @Override
  public RegistrySchema canonical(RegistrySchema schema, References references) {
    return withText(schema, valid(schema, references).root().schema());
  }

  @Override
  public RegistrySchema normalized(RegistrySchema schema, References references) {
    return withText(schema, sorted(valid(schema, references).root().schema()));
  }

  @Override
  public List<String> conflicts(
      RegistrySchema reader, RegistrySchema writer, References references) {
    return new SchemaComparison(valid(reader, references), valid(writer, references)).conflicts();
  }

  private SchemaDocuments valid(RegistrySchema schema, References references) {
    try {
      SchemaDocuments documents =
          SchemaDocuments.of(schema, reference -> Optional.of(references.get(reference)));
      new SchemaCheck(documents).check();
      return documents;
    } catch (InvalidSchemaException e) {
      throw SchemaLanguage.invalid(type(), e.getMessage());
    }
  }

  private static RegistrySchema withText(RegistrySchema schema, JsonNode tree) {
    return new RegistrySchema(schema.type(), tree.toString(), schema.references());
  }

  /** The members of objects in the order of their names, which means nothing in JSON. */
  private static JsonNode sorted(JsonNode tree) {
    if (tree.isObject()) {
      TreeMap<String, JsonNode> members = new TreeMap<>();
      tree.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      members.forEach(object::set);
      return object;
    }
    if (tree.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      tree.forEach(item -> array.add(sorted(item)));
      return array;
    }
    return tree;
  }
}
