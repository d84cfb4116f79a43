package io.confluent.ksql.registry;

import io.confluent.ksql.serde.registry.CompatibilityLevel;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistryMode;
import io.confluent.ksql.serde.registry.SchemaJson;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands below {@code /config} and {@code /mode}: for all subjects, or below a name for one.
 */
final class ConfigRoutes {
  private static final String ALL_SUBJECTS = "";

  private final InMemorySchemaRegistry registry;

  ConfigRoutes(InMemorySchemaRegistry registry) {
    this.registry = registry;
  }

  ApiAnswer level(ApiRequest request) {
    String subject = subject(request);
    return switch (request.method()) {
      case "GET" ->
          answer(
              "compatibilityLevel",
              currentLevel(subject, request)
                  .orElseThrow(
                      () ->
                          new RegistryException(
                              ErrorCodes.LEVEL_NOT_SET,
                              "The subject " + subject + " has no level of its own.")));
      case "PUT" -> {
        CompatibilityLevel level =
            parse(
                CompatibilityLevel.class,
                request.json().path("compatibility").asText(),
                ErrorCodes.INVALID_LEVEL);
        registry.setLevel(subject, Optional.of(level));
        yield answer("compatibility", level);
      }
      case "DELETE" -> {
        CompatibilityLevel before = registry.level(subject).orElseGet(registry::level);
        registry.setLevel(subject, Optional.empty());
        yield answer("compatibilityLevel", before);
      }
      default -> throw ErrorCodes.noSuchResource();
    };
  }

  private Optional<CompatibilityLevel> currentLevel(String subject, ApiRequest request) {
    return subject.isEmpty() || request.flag("defaultToGlobal")
        ? Optional.of(registry.level(subject).orElseGet(registry::level))
        : registry.level(subject);
  }

  ApiAnswer mode(ApiRequest request) {
    String subject = subject(request);
    return switch (request.method()) {
      case "GET" ->
          answer(
              "mode",
              currentMode(subject, request)
                  .orElseThrow(
                      () ->
                          new RegistryException(
                              ErrorCodes.MODE_NOT_SET,
                              "The subject " + subject + " has no mode of its own.")));
      case "PUT" -> {
        RegistryMode mode =
            parse(
                RegistryMode.class, request.json().path("mode").asText(), ErrorCodes.INVALID_MODE);
        registry.setMode(subject, Optional.of(mode));
        yield answer("mode", mode);
      }
      case "DELETE" -> {
        RegistryMode before = registry.mode(subject).orElseGet(registry::mode);
        registry.setMode(subject, Optional.empty());
        yield answer("mode", before);
      }
      default -> throw ErrorCodes.noSuchResource();
    };
  }

  private Optional<RegistryMode> currentMode(String subject, ApiRequest request) {
    return subject.isEmpty() || request.flag("defaultToGlobal")
        ? Optional.of(registry.mode(subject).orElseGet(registry::mode))
        : registry.mode(subject);
  }

  private static String subject(ApiRequest request) {
    if (request.path().size() > 1) {
      throw ErrorCodes.noSuchResource();
    }
    return request.path().isEmpty() ? ALL_SUBJECTS : request.path().get(0);
  }

  private static <E extends Enum<E>> E parse(Class<E> type, String text, int errorCode) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RegistryException(
          errorCode,
          "'%s' is none of %s.".formatted(text, Arrays.toString(type.getEnumConstants())));
    }
  }

  private static ApiAnswer answer(String member, Enum<?> value) {
    return ApiAnswer.of(SchemaJson.object().put(member, value.name()));
  }
}
