package io.confluent.ksql.serde.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Schemas as members of the JSON objects that a registry's HTTP API exchanges. */
public final class SchemaJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SchemaJson() {}

  /** The tree of a JSON text. */
  public static JsonNode parse(String text) throws JsonProcessingException {
    JsonNode tree = MAPPER.readTree(text);
    return tree == null ? MAPPER.missingNode() : tree;
  }

  /** A new object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A new array. */
  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /**
   * Adds {@code schema}, and {@code schemaType} and {@code references} where they are not usual.
   */
  public static ObjectNode put(ObjectNode object, RegistrySchema schema) {
    object.put("schema", schema.text());
    if (schema.type() != RegistrySchema.Type.AVRO) {
      object.put("schemaType", schema.type().name());
    }
    if (!schema.references().isEmpty()) {
      ArrayNode references = object.putArray("references");
      for (RegistrySchema.Reference reference : schema.references()) {
        references
            .addObject()
            .put("name", reference.name())
            .put("subject", reference.subject())
            .put("version", reference.version());
      }
    }
    return object;
  }

  /**
   * The schema in an object.
   *
   * @throws RegistryException {@link RegistryException#INVALID_SCHEMA} if there is none
   */
  public static RegistrySchema schema(JsonNode object) {
    JsonNode text = object.path("schema");
    if (!text.isTextual()) {
      throw new RegistryException(
          RegistryException.INVALID_SCHEMA, "The member 'schema' must be a text.");
    }
    List<RegistrySchema.Reference> references = new ArrayList<>();
    for (JsonNode reference : object.path("references")) {
      references.add(
          new RegistrySchema.Reference(
              reference.path("name").asText(),
              reference.path("subject").asText(),
              reference.path("version").asInt()));
    }
    return new RegistrySchema(type(object.path("schemaType")), text.textValue(), references);
  }

  private static RegistrySchema.Type type(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return RegistrySchema.Type.AVRO;
    }
    try {
      return RegistrySchema.Type.valueOf(node.asText().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RegistryException(
          RegistryException.INVALID_SCHEMA,
          "The type of a schema is AVRO, JSON or PROTOBUF, not " + node.asText() + ".");
    }
  }
}
