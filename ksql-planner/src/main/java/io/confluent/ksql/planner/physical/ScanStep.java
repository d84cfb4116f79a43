package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads a topic. A table is kept in a store of the step's name wherever a step above looks rows up.
 *
 * @param id its name
 * @param kind whether records are events or changes of a table
 * @param source name of the stream or table, for people and logs
 * @param topic the topic
 * @param keyFormat how keys are written
 * @param valueFormat how values are written
 * @param columns the columns in the topic
 * @param extras what is appended to the value
 * @param schema {@code columns}, then {@code extras}
 * @param window how keys are windowed, if they are
 * @param timestamp where the time of a row is, if not in the record
 * @param used zero-based positions of the value columns in the topic that are used; the others are
 *     not decoded and NULL. Empty if all are
 */
public record ScanStep(
    StepId id,
    Source.Kind kind,
    String source,
    String topic,
    FormatSpec keyFormat,
    FormatSpec valueFormat,
    Schema columns,
    List<ScanExtra> extras,
    Schema schema,
    Optional<WindowInfo> window,
    Optional<TimestampColumn> timestamp,
    Optional<List<Integer>> used)
    implements Step {
  public ScanStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(keyFormat, "keyFormat");
    Objects.requireNonNull(valueFormat, "valueFormat");
    Objects.requireNonNull(columns, "columns");
    extras = List.copyOf(extras);
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(timestamp, "timestamp");
    used = used.map(List::copyOf);
  }

  /** The same, with all columns decoded. */
  public ScanStep whole() {
    return new ScanStep(
        id,
        kind,
        source,
        topic,
        keyFormat,
        valueFormat,
        columns,
        extras,
        schema,
        window,
        timestamp,
        Optional.empty());
  }

  @Override
  public List<Step> inputs() {
    return List.of();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.scan(this);
  }
}
