package io.confluent.ksql.registry;

import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.SchemaJson;

/** The HTTP API without HTTP: requests to answers. May be called by several threads. */
final class RegistryApi {
  private final SubjectRoutes subjects;
  private final SchemaRoutes schemas;
  private final ConfigRoutes config;
  private final CompatibilityRoutes compatibility;

  RegistryApi(InMemorySchemaRegistry registry) {
    VersionFinder versions = new VersionFinder(registry);
    subjects = new SubjectRoutes(registry, versions);
    schemas = new SchemaRoutes(registry);
    config = new ConfigRoutes(registry);
    compatibility = new CompatibilityRoutes(registry, versions);
  }

  ApiAnswer answer(ApiRequest request) {
    try {
      return route(request);
    } catch (RegistryException e) {
      return ApiAnswer.error(e);
    }
  }

  private ApiAnswer route(ApiRequest request) {
    if (request.path().isEmpty()) {
      return ApiAnswer.of(SchemaJson.object());
    }
    ApiRequest below = request.below(1);
    return switch (request.path().get(0)) {
      case "subjects" -> subjects.answer(below);
      case "schemas" -> schemas.answer(below);
      case "config" -> config.level(below);
      case "mode" -> config.mode(below);
      case "compatibility" -> compatibility.answer(below);
      // One registry has one context, the default one, which is called so.
      case "contexts" -> ApiAnswer.of(SchemaJson.array().add("."));
      default -> throw ErrorCodes.noSuchResource();
    };
  }
}
