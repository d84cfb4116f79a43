package io.confluent.ksql.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaJson;
import java.util.List;

/**
 * What stands below {@code /compatibility}: would a schema be accepted, by one version or as the
 * next one?
 */
final class CompatibilityRoutes {
  private final InMemorySchemaRegistry registry;
  private final VersionFinder versions;

  CompatibilityRoutes(InMemorySchemaRegistry registry, VersionFinder versions) {
    this.registry = registry;
    this.versions = versions;
  }

  ApiAnswer answer(ApiRequest request) {
    List<String> path = request.path();
    if (!request.method().equals("POST")
        || path.size() < 3
        || path.size() > 4
        || !path.get(0).equals("subjects")
        || !path.get(2).equals("versions")) {
      throw ErrorCodes.noSuchResource();
    }
    String subject = path.get(1);
    RegistrySchema schema =
        request.flag("normalize") ? registry.normalized(request.schema()) : request.schema();
    List<String> conflicts =
        path.size() == 3
            ? registry.conflicts(subject, schema)
            : registry.conflictsWith(versions.find(subject, path.get(3)), schema);
    ObjectNode answer = SchemaJson.object().put("is_compatible", conflicts.isEmpty());
    if (request.flag("verbose")) {
      conflicts.forEach(answer.putArray("messages")::add);
    }
    return ApiAnswer.of(answer);
  }
}
