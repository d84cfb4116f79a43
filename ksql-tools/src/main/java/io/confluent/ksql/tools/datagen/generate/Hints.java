package io.confluent.ksql.tools.datagen.generate;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** What a schema says about the values of one type: names and values as in the JSON. */
final class Hints {
  private static final String PROPERTY = "arg.properties";

  private static final List<String> NAMES =
      List.of(
          "iteration",
          "range",
          "regex",
          "length",
          "options",
          "keys",
          "odds",
          "prefix",
          "suffix",
          "session",
          "session-sibling-int-hash",
          "format_as_time");

  private final String path;
  private final Map<String, Object> values;

  private Hints(String path, Map<String, Object> values) {
    this.path = path;
    this.values = values;
  }

  /** The hints of a type. */
  static Hints of(String path, Schema schema) {
    return known(path, members(path, PROPERTY, schema.getObjectProp(PROPERTY)));
  }

  /** The hints of a field: those of its type, and over them those of the field itself. */
  static Hints of(String path, Schema.Field field) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.putAll(members(path, PROPERTY, field.schema().getObjectProp(PROPERTY)));
    all.putAll(members(path, PROPERTY, field.getObjectProp(PROPERTY)));
    field
        .getObjectProps()
        .forEach(
            (name, value) -> {
              if (NAMES.contains(name)) {
                all.put(name, value);
              }
            });
    return known(path, all);
  }

  /** The hints that stand inside a hint, for the texts that are the keys of a map. */
  Hints nested(String name) {
    return known(path + "." + name, members(path, name, values.get(name)));
  }

  private static Hints known(String path, Map<String, Object> values) {
    for (String name : values.keySet()) {
      if (!NAMES.contains(name)) {
        throw error(path, "there is no hint named '" + name + "'")
            .hint(
                Names.nearest(name, NAMES)
                    .map("Did you mean %s?"::formatted)
                    .orElse("Hints: " + String.join(", ", NAMES) + "."))
            .toException();
      }
    }
    return new Hints(path, values);
  }

  private static Map<String, Object> members(String path, String name, Object json) {
    if (json == null) {
      return Map.of();
    }
    if (!(json instanceof Map<?, ?> map)) {
      throw error(path, name + " is not a JSON object").toException();
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((key, value) -> members.put(key.toString(), value));
    return members;
  }

  private static Diagnostic error(String path, String reason) {
    return Diagnostic.error(ErrorCode.INVALID_PROPERTY, "Schema file, field %s: %s.", path, reason);
  }

  /** Where in the schema these hints stand. */
  String path() {
    return path;
  }

  /** An error about this place. */
  DiagnosticException wrong(String format, Object... arguments) {
    return error(path, String.format(format, arguments)).toException();
  }

  /** Refuses hints that mean nothing for a type. */
  void allowOnly(String type, String... names) {
    for (String name : values.keySet()) {
      boolean anywhere = name.equals("options") || name.startsWith("session");
      if (!anywhere && !List.of(names).contains(name)) {
        throw wrong("%s says nothing about a %s", name, type);
      }
    }
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  boolean isSet(String name) {
    return switch (String.valueOf(values.get(name))) {
      case "true" -> true;
      case "false", "null" -> false;
      default -> throw wrong("%s is true or false", name);
    };
  }

  Optional<Object> json(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<String> text(String name) {
    Object value = values.get(name);
    if (value == null || value instanceof String) {
      return Optional.ofNullable((String) value);
    }
    throw wrong("%s is a text", name);
  }

  Optional<BigDecimal> number(String name) {
    return json(name).map(value -> asNumber(name, value));
  }

  /** The numbers of a hint that is an object of some of these members. */
  Map<String, BigDecimal> numbers(String name, String... members) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    members(path, name, values.get(name))
        .forEach(
            (member, value) -> {
              if (!List.of(members).contains(member)) {
                throw wrong("%s has no member %s", name, member);
              }
              numbers.put(member, asNumber(name + "." + member, value));
            });
    return numbers;
  }

  private BigDecimal asNumber(String name, Object value) {
    if (value instanceof Number) {
      return new BigDecimal(value.toString());
    }
    throw wrong("%s is a number, not %s", name, value);
  }

  /** How long a text, a list or a map is: at least the first, less than the second. */
  Range length(int otherwise) {
    Object value = values.get("length");
    if (value == null) {
      return new Range(otherwise, otherwise + 1L);
    }
    if (value instanceof Number) {
      long length = whole("length", asNumber("length", value));
      return checkedLength(new Range(length, length + 1));
    }
    Map<String, BigDecimal> numbers = numbers("length", "min", "max");
    long min = whole("length.min", numbers.getOrDefault("min", BigDecimal.ZERO));
    long max =
        numbers.containsKey("max")
            ? whole("length.max", numbers.get("max"))
            : Math.max(min, otherwise) + 1L;
    return checkedLength(new Range(min, max));
  }

  private Range checkedLength(Range range) {
    if (range.min() < 0 || range.max() <= range.min() || range.max() > RegexText.LONGEST + 1L) {
      throw wrong("a length is from 0 to %d, and its max is above its min", RegexText.LONGEST);
    }
    return range;
  }

  /** The number as a whole one. */
  long whole(String name, BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw wrong("%s is a whole number, not %s", name, number);
    }
  }

  /** The values of a JSON list. */
  static Optional<Collection<?>> list(Object json) {
    return json instanceof Collection<?> list ? Optional.of(list) : Optional.empty();
  }

  /** Whether this is how Avro's library hands out JSON's null. */
  static boolean isNull(Object json) {
    return json == null || json == JsonProperties.NULL_VALUE;
  }

  /**
   * Whole numbers.
   *
   * @param min the least
   * @param max above the greatest
   */
  record Range(long min, long max) {
    int next(Random random) {
      return (int) random.nextLong(min, max);
    }
  }
}
