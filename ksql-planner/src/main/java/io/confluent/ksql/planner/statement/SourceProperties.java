package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import java.time.Duration;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The properties of WITH that are not about formats. */
final class SourceProperties {
  static final String KAFKA_TOPIC = "KAFKA_TOPIC";
  static final String PARTITIONS = "PARTITIONS";
  static final String REPLICAS = "REPLICAS";
  static final String RETENTION_MS = "RETENTION_MS";
  static final String START = "START";

  private static final String TIMESTAMP = "TIMESTAMP";
  private static final String TIMESTAMP_FORMAT = "TIMESTAMP_FORMAT";
  private static final String WINDOW_TYPE = "WINDOW_TYPE";
  private static final String WINDOW_SIZE = "WINDOW_SIZE";

  private static final Set<String> OF_ALL =
      Set.of(
          KAFKA_TOPIC,
          Formatting.FORMAT,
          "KEY_FORMAT",
          "VALUE_FORMAT",
          "KEY_DELIMITER",
          "VALUE_DELIMITER",
          PARTITIONS,
          REPLICAS,
          RETENTION_MS,
          TIMESTAMP,
          TIMESTAMP_FORMAT,
          Formatting.WRAP_SINGLE_VALUE,
          "KEY_SCHEMA_FULL_NAME",
          "VALUE_SCHEMA_FULL_NAME",
          "VALUE_AVRO_SCHEMA_FULL_NAME",
          "KEY_SCHEMA_ID",
          "VALUE_SCHEMA_ID",
          "KEY_PROTOBUF_NULLABLE_REPRESENTATION",
          "VALUE_PROTOBUF_NULLABLE_REPRESENTATION");
  private static final Set<String> OF_SINK = and(START);
  private static final Set<String> OF_SOURCE =
      and(
          ClassicKey.PROPERTY,
          WINDOW_TYPE,
          WINDOW_SIZE,
          "SOURCED_BY_CONNECTOR",
          "SOURCE_CONNECTOR");

  private static final String QUOTES = "`";

  private final WithClause with;

  SourceProperties(WithClause with) {
    this.with = with;
  }

  private static Set<String> and(String... more) {
    Set<String> names = new HashSet<>(OF_ALL);
    names.addAll(List.of(more));
    return names;
  }

  void checkForSource() {
    with.check(OF_SOURCE);
  }

  void checkForSink() {
    with.check(OF_SINK);
  }

  Optional<String> topic() {
    Optional<String> topic = with.text(KAFKA_TOPIC);
    if (topic.filter(String::isEmpty).isPresent()) {
      throw with.invalid(KAFKA_TOPIC, "must not be empty.");
    }
    return topic;
  }

  Optional<Integer> partitions() {
    return positive(PARTITIONS, Integer.MAX_VALUE).map(Long::intValue);
  }

  Optional<Short> replicas() {
    return positive(REPLICAS, Short.MAX_VALUE).map(Long::shortValue);
  }

  Optional<Long> retentionMs() {
    return with.number(RETENTION_MS);
  }

  /** Whether the topic is emptied before the query that writes to it starts. */
  boolean startsFresh() {
    return with.text(START)
        .map(
            text -> {
              if (!text.trim().equalsIgnoreCase("fresh")) {
                throw with.invalid(START, "must be 'fresh', not '" + text + "'.");
              }
              return true;
            })
        .orElse(false);
  }

  /** Refuses RETENTION_MS where rows are kept by key and not by age. */
  void checkRetention(Source.Kind kind, Optional<WindowInfo> window) {
    if (with.has(RETENTION_MS) && kind == Source.Kind.TABLE && window.isEmpty()) {
      throw with.invalid(RETENTION_MS, "is not for tables: they keep the last row of each key.");
    }
  }

  private Optional<Long> positive(String name, long most) {
    Optional<Long> number = with.number(name);
    if (number.filter(n -> n < 1 || n > most).isPresent()) {
      throw with.invalid(name, "must be between 1 and " + most + ".");
    }
    return number;
  }

  /** The column that TIMESTAMP names. */
  Optional<TimestampColumn> timestamp(Schema schema) {
    Optional<String> name = with.text(TIMESTAMP).map(SourceProperties::unquoted);
    Optional<String> pattern = with.text(TIMESTAMP_FORMAT);
    if (name.isEmpty()) {
      if (pattern.isPresent()) {
        throw with.invalid(TIMESTAMP_FORMAT, "needs TIMESTAMP beside it.");
      }
      return Optional.empty();
    }
    Column column =
        schema.all().stream()
            .filter(c -> c.name().equals(name.get()))
            .findFirst()
            .orElseThrow(() -> noColumn(name.get(), schema));
    checkType(column, pattern);
    return Optional.of(new TimestampColumn(column.name(), pattern));
  }

  private RuntimeException noColumn(String name, Schema schema) {
    return Diagnostic.error(
            ErrorCode.COLUMN_NOT_FOUND, with.span(TIMESTAMP), "Column %s does not exist.", name)
        .hint(
            Names.nearest(name, schema.all().stream().map(Column::name).toList())
                .map("Did you mean %s?"::formatted))
        .toException();
  }

  private void checkType(Column column, Optional<String> pattern) {
    SqlBaseType type = column.type().baseType();
    if (type == SqlBaseType.STRING) {
      if (pattern.isEmpty()) {
        throw with.invalid(TIMESTAMP, "names a text, so TIMESTAMP_FORMAT must say how to read it.");
      }
      try {
        new DateTimeFormatterBuilder().appendPattern(pattern.get());
      } catch (IllegalArgumentException e) {
        throw with.invalid(TIMESTAMP_FORMAT, "is no pattern: " + e.getMessage());
      }
    } else if (type != SqlBaseType.BIGINT && type != SqlBaseType.TIMESTAMP) {
      throw with.invalid(TIMESTAMP, "must name a BIGINT, a TIMESTAMP or a text.");
    } else if (pattern.isPresent()) {
      throw with.invalid(TIMESTAMP_FORMAT, "is only for a column of text.");
    }
  }

  /** A name as it would mean in SQL: in capitals unless it stands in back-ticks. */
  private static String unquoted(String name) {
    boolean quoted = name.length() > 1 && name.startsWith(QUOTES) && name.endsWith(QUOTES);
    return quoted
        ? name.substring(1, name.length() - 1).replace("``", QUOTES)
        : name.toUpperCase(Locale.ROOT);
  }

  /** How the keys of the topic are windowed. */
  Optional<WindowInfo> window() {
    Optional<String> type = with.text(WINDOW_TYPE);
    Optional<String> size = with.text(WINDOW_SIZE);
    if (type.isEmpty()) {
      if (size.isPresent()) {
        throw with.invalid(WINDOW_SIZE, "needs WINDOW_TYPE beside it.");
      }
      return Optional.empty();
    }
    WindowInfo.Type kind;
    try {
      kind = WindowInfo.Type.valueOf(type.get().trim().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw with.invalid(WINDOW_TYPE, "must be one of " + List.of(WindowInfo.Type.values()) + ".");
    }
    if (kind == WindowInfo.Type.SESSION) {
      if (size.isPresent()) {
        throw with.invalid(WINDOW_SIZE, "must be left out: sessions have no fixed size.");
      }
      return Optional.of(new WindowInfo(kind, Optional.empty()));
    }
    String text =
        size.orElseThrow(
            () -> with.invalid(WINDOW_TYPE, "needs WINDOW_SIZE too, for example '10 SECONDS'."));
    return Optional.of(new WindowInfo(kind, Optional.of(duration(text))));
  }

  private Duration duration(String text) {
    String[] words = text.trim().toUpperCase(Locale.ROOT).split("\\s+");
    ChronoUnit unit =
        Optional.of(words)
            .filter(both -> both.length == 2)
            .flatMap(both -> unit(both[1]))
            .orElseThrow(() -> notADuration(text));
    try {
      Duration duration = Duration.of(Long.parseLong(words[0]), unit);
      if (duration.toMillis() > 0) {
        return duration;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw notADuration(text);
    }
    throw with.invalid(WINDOW_SIZE, "must be longer than nothing.");
  }

  /** The unit of a word in capitals, with or without its last S. */
  private static Optional<ChronoUnit> unit(String word) {
    return switch (word.endsWith("S") ? word : word + "S") {
      case "NANOSECONDS" -> Optional.of(ChronoUnit.NANOS);
      case "MICROSECONDS" -> Optional.of(ChronoUnit.MICROS);
      case "MILLISECONDS" -> Optional.of(ChronoUnit.MILLIS);
      case "SECONDS" -> Optional.of(ChronoUnit.SECONDS);
      case "MINUTES" -> Optional.of(ChronoUnit.MINUTES);
      case "HOURS" -> Optional.of(ChronoUnit.HOURS);
      case "DAYS" -> Optional.of(ChronoUnit.DAYS);
      default -> Optional.empty();
    };
  }

  private RuntimeException notADuration(String text) {
    return with.invalid(WINDOW_SIZE, "is no duration: '" + text + "'. Write '10 SECONDS'.");
  }
}
