package io.confluent.ksql.planner.catalog;

import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A stream or a table.
 *
 * @param name its name, exact in case
 * @param kind which of both
 * @param sql the statement that made it
 * @param schema columns that are stored in the topic
 * @param headers columns that are read from the headers of a record; they follow the value columns
 * @param topic the topic that holds it
 * @param keyFormat how keys are written
 * @param valueFormat how values are written
 * @param window how keys are windowed, if they are
 * @param timestamp where the time of a row is, if not in the record's own timestamp
 * @param readOnly whether nothing may be written to it by a statement
 * @param createdBy id of the query that fills it, or keeps its rows, and ends with it
 */
public record Source(
    String name,
    Kind kind,
    String sql,
    Schema schema,
    List<HeaderColumn> headers,
    String topic,
    FormatSpec keyFormat,
    FormatSpec valueFormat,
    Optional<WindowInfo> window,
    Optional<TimestampColumn> timestamp,
    boolean readOnly,
    Optional<String> createdBy) {
  public Source {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(schema, "schema");
    headers = List.copyOf(headers);
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(keyFormat, "keyFormat");
    Objects.requireNonNull(valueFormat, "valueFormat");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(createdBy, "createdBy");
  }

  /** Streams of events, and tables of the latest value a key. */
  public enum Kind {
    STREAM,
    TABLE;

    /** The word with a capital, for messages. */
    public String title() {
      return switch (this) {
        case STREAM -> "Stream";
        case TABLE -> "Table";
      };
    }
  }

  /** Whether it is a table. */
  public boolean isTable() {
    return kind == Kind.TABLE;
  }
}
