package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A JSON schema together with those that it refers to. */
final class SchemaDocuments {
  /** The schema of every value. */
  static final JsonNode ANYTHING = BooleanNode.TRUE;

  // Numbers keep their text: a default of 1.10 is that of a decimal.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final JsonNode root;
  private final Map<String, JsonNode> byName = new HashMap<>();

  private SchemaDocuments(JsonNode root) {
    this.root = root;
  }

  /**
   * A part of a schema, and the document that it stands in.
   *
   * @param schema the part
   * @param document where references that begin with # point into
   */
  record Place(JsonNode schema, JsonNode document) {
    Place at(JsonNode part) {
      return new Place(part, document);
    }
  }

  /**
   * The documents of a registered schema.
   *
   * @param resolver finds the schema of a reference
   * @throws InvalidSchemaException if a text is not JSON or a reference leads nowhere
   */
  static SchemaDocuments of(
      RegistrySchema schema,
      Function<RegistrySchema.Reference, Optional<RegistrySchema>> resolver) {
    SchemaDocuments documents = new SchemaDocuments(parse(schema.text()));
    documents.add(schema, resolver);
    return documents;
  }

  private void add(
      RegistrySchema schema,
      Function<RegistrySchema.Reference, Optional<RegistrySchema>> resolver) {
    for (RegistrySchema.Reference reference : schema.references()) {
      if (byName.containsKey(reference.name())) {
        continue;
      }
      RegistrySchema referred =
          resolver
              .apply(reference)
              .orElseThrow(
                  () ->
                      new InvalidSchemaException(
                          "it refers to version %d of the subject %s, which does not exist"
                              .formatted(reference.version(), reference.subject())));
      byName.put(reference.name(), parse(referred.text()));
      add(referred, resolver);
    }
  }

  /**
   * The tree of a schema's text.
   *
   * @throws InvalidSchemaException if it is neither an object nor true or false
   */
  static JsonNode parse(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      if (tree == null || !tree.isObject() && !tree.isBoolean()) {
        throw new InvalidSchemaException("a JSON schema is an object, or true or false");
      }
      return tree;
    } catch (IOException | StackOverflowError e) {
      throw new InvalidSchemaException("it is not JSON");
    }
  }

  Place root() {
    return new Place(root, root);
  }

  /**
   * What a reference in a place points to.
   *
   * @throws InvalidSchemaException if it leads nowhere
   */
  Place follow(Place from, String reference) {
    int hash = reference.indexOf('#');
    String name = hash < 0 ? reference : reference.substring(0, hash);
    JsonNode document = name.isEmpty() ? from.document() : document(name, reference);
    String fragment = hash < 0 ? "" : reference.substring(hash + 1);
    JsonNode found = fragment.isEmpty() ? document : part(document, fragment);
    if (found.isMissingNode()) {
      throw new InvalidSchemaException("the reference " + reference + " leads nowhere");
    }
    return new Place(found, document);
  }

  private JsonNode document(String name, String reference) {
    if (byName.containsKey(name)) {
      return byName.get(name);
    }
    if (byName.containsKey(reference)) {
      return byName.get(reference);
    }
    if (name.equals(id(root))) {
      return root;
    }
    for (Map.Entry<String, JsonNode> each : byName.entrySet()) {
      String id = id(each.getValue());
      if (name.equals(id) || id.endsWith("/" + name) || each.getKey().endsWith("/" + name)) {
        return each.getValue();
      }
    }
    throw new InvalidSchemaException("the reference " + reference + " leads nowhere");
  }

  private static String id(JsonNode document) {
    return document.path("$id").asText("").replaceAll("#$", "");
  }

  private static JsonNode part(JsonNode document, String fragment) {
    if (fragment.startsWith("/")) {
      try {
        return document.at(
            JsonPointer.compile(
                URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        throw new InvalidSchemaException("the reference #" + fragment + " leads nowhere");
      }
    }
    for (String definitions : new String[] {Keywords.DEFINITIONS, Keywords.DEFS}) {
      for (JsonNode each : document.path(definitions)) {
        if (("#" + fragment).equals(each.path("$id").asText())
            || fragment.equals(each.path("$anchor").asText())) {
          return each;
        }
      }
    }
    return JSON.missingNode();
  }
}
