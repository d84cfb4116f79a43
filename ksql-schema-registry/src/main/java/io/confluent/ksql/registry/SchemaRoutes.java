package io.confluent.ksql.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaJson;

/** What stands below {@code /schemas}. */
final class SchemaRoutes {
  private final InMemorySchemaRegistry registry;

  SchemaRoutes(InMemorySchemaRegistry registry) {
    this.registry = registry;
  }

  ApiAnswer answer(ApiRequest request) {
    if (request.is("GET", 1) && request.path().get(0).equals("types")) {
      ArrayNode types = SchemaJson.array();
      for (RegistrySchema.Type type : RegistrySchema.Type.values()) {
        types.add(type.name());
      }
      return ApiAnswer.of(types);
    }
    if (request.path().size() < 2 || !request.path().get(0).equals("ids")) {
      throw ErrorCodes.noSuchResource();
    }
    int id = id(request.path().get(1));
    RegistrySchema schema =
        registry.byId(id).orElseThrow(() -> ErrorCodes.schemaNotFound("with the id " + id));
    if (request.is("GET", 2)) {
      return ApiAnswer.of(SchemaJson.put(SchemaJson.object(), schema));
    }
    if (!request.is("GET", 3)) {
      throw ErrorCodes.noSuchResource();
    }
    return switch (request.path().get(2)) {
      case "schema" -> ApiAnswer.text(schema.text());
      case "subjects" -> ApiAnswer.of(subjects(id));
      case "versions" -> ApiAnswer.of(versions(id));
      default -> throw ErrorCodes.noSuchResource();
    };
  }

  private ArrayNode subjects(int id) {
    ArrayNode names = SchemaJson.array();
    registry.uses(id).stream().map(RegisteredSchema::subject).distinct().forEach(names::add);
    return names;
  }

  private ArrayNode versions(int id) {
    ArrayNode versions = SchemaJson.array();
    for (RegisteredSchema use : registry.uses(id)) {
      versions.addObject().put("subject", use.subject()).put("version", use.version());
    }
    return versions;
  }

  private static int id(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new RegistryException(404, "An id is a number, not '" + text + "'.");
    }
  }
}
