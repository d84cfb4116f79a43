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

  /** Adds subject, version, id and schema of a version. */
  public static ObjectNode put(ObjectNode object, RegisteredSchema version) {
    object
        .put("subject", version.subject())
        .put("version", version.version())
        .put("id", version.id());
    return put(object, version.schema());
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
    return new RegistrySchema(
        type(object.path("schemaType")), text.textValue(), references(object.path("references")));
  }

  private static List<RegistrySchema.Reference> references(JsonNode list) {
    List<RegistrySchema.Reference> references = new ArrayList<>();
    for (JsonNode each : list) {
      if (!each.path("name").isTextual()
          || !each.path("subject").isTextual()
          || !each.path("version").isInt()) {
        throw new RegistryException(
            RegistryException.INVALID_SCHEMA,
            "A reference has a name, a subject and a version, other than " + each + ".");
      }
      references.add(
          new RegistrySchema.Reference(
              each.path("name").textValue(),
              each.path("subject").textValue(),
              each.path("version").intValue()));
    }
    return references;
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
