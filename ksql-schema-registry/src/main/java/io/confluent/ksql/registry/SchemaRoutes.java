package io.confluent.ksql.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaJson;
import java.util.List;

/** What stands below {@code /schemas}. */
final class SchemaRoutes {
  private final InMemorySchemaRegistry registry;

  SchemaRoutes(InMemorySchemaRegistry registry) {
    this.registry = registry;
  }

  ApiAnswer answer(ApiRequest request) {
    if (request.is("GET", 0)) {
      return ApiAnswer.of(list(request));
    }
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
      ObjectNode answer = SchemaJson.put(SchemaJson.object(), schema);
      return ApiAnswer.of(
          request.flag("fetchMaxId") ? answer.put("maxId", registry.highestId()) : answer);
    }
    if (!request.is("GET", 3)) {
      throw ErrorCodes.noSuchResource();
    }
    return switch (request.path().get(2)) {
      case "schema" -> ApiAnswer.text(schema.text());
      case "subjects" -> ApiAnswer.of(subjects(uses(id, request)));
      case "versions" -> ApiAnswer.of(versions(uses(id, request)));
      default -> throw ErrorCodes.noSuchResource();
    };
  }

  /** All versions of all subjects whose names begin so. */
  private ArrayNode list(ApiRequest request) {
    String prefix = request.query().getOrDefault("subjectPrefix", "");
    ArrayNode list = SchemaJson.array();
    for (String subject : registry.subjects()) {
      if (subject.startsWith(prefix)) {
        List<Integer> versions = registry.versions(subject);
        int first = request.flag("latestOnly") ? versions.size() - 1 : 0;
        versions.subList(first, versions.size()).stream()
            .flatMap(number -> registry.version(subject, number).stream())
            .forEach(version -> SchemaJson.put(list.addObject(), version));
      }
    }
    return list;
  }

  private List<RegisteredSchema> uses(int id, ApiRequest request) {
    return request.flag("deleted") ? registry.usesWithDeleted(id) : registry.uses(id);
  }

  private static ArrayNode subjects(List<RegisteredSchema> uses) {
    ArrayNode names = SchemaJson.array();
    uses.stream().map(RegisteredSchema::subject).distinct().forEach(names::add);
    return names;
  }

  private static ArrayNode versions(List<RegisteredSchema> uses) {
    ArrayNode versions = SchemaJson.array();
    for (RegisteredSchema use : uses) {
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
