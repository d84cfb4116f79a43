package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.schema.WindowInfo;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A format as a case describes one.
 *
 * @param name name of the format
 * @param options its options, by the names that cases use
 * @param features how a single column is written, where that is a choice
 * @param window how keys are windowed
 */
record FormatText(
    String name, Map<String, String> options, Set<String> features, Optional<WindowInfo> window) {
  static final String WRAP = "WRAP_SINGLES";
  static final String UNWRAP = "UNWRAP_SINGLES";

  private static final String NULLABLE = "PROTOBUF_NULLABLE_REPRESENTATION";

  /** Options that only say what is so by itself for the bare key of one column. */
  private static final Set<String> IMPLIED = Set.of("fullSchemaName", "unwrapPrimitives");

  static FormatText of(FormatSpec spec, Set<String> features, Optional<WindowInfo> window) {
    Map<String, String> options = new TreeMap<>();
    spec.options()
        .forEach(
            (option, value) ->
                options.put(
                    nameInCases(option),
                    option.equals(NULLABLE) ? value.toLowerCase(Locale.ROOT) : value));
    return new FormatText(spec.name(), options, features, window);
  }

  private static String nameInCases(String option) {
    return switch (option) {
      case "SCHEMA_FULL_NAME" -> "fullSchemaName";
      case NULLABLE -> "nullableRepresentation";
      default -> camelCase(option);
    };
  }

  private static String camelCase(String option) {
    StringBuilder text = new StringBuilder();
    for (String word : option.toLowerCase(Locale.ROOT).split("_", -1)) {
      text.append(
          text.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return text.toString();
  }

  boolean matches(JsonNode expected) {
    return name.equals(expected.path("format").asText())
        && optionsMatch(expected.path("properties"))
        && features.equals(texts(expected.path("features")))
        && windowMatches(expected.path("windowInfo"));
  }

  private boolean optionsMatch(JsonNode expected) {
    Map<String, String> wanted = new TreeMap<>();
    for (Map.Entry<String, JsonNode> option : expected.properties()) {
      if (options.containsKey(option.getKey()) || !IMPLIED.contains(option.getKey())) {
        wanted.put(option.getKey(), option.getValue().asText());
      }
    }
    return options.equals(wanted);
  }

  private boolean windowMatches(JsonNode expected) {
    String type = window.map(found -> found.type().name()).orElse("");
    return type.equals(expected.path("type").asText(""));
  }

  static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
