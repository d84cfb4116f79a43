package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The names under which the records of a closed hierarchy stand in {@code @type}. */
final class WireTypes {
  private static final ClassValue<Map<Class<?>, String>> NAMES =
      new ClassValue<>() {
        @Override
        protected Map<Class<?>, String> computeValue(Class<?> hierarchy) {
          return Arrays.stream(hierarchy.getAnnotation(JsonSubTypes.class).value())
              .collect(
                  Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));
        }
      };

  private WireTypes() {}

  static String nameOf(Class<?> hierarchy, Class<?> record) {
    return Objects.requireNonNull(NAMES.get(hierarchy).get(record), record::getName);
  }
}
