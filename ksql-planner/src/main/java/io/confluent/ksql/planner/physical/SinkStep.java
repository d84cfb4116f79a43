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
 * Writes rows to a topic.
 *
 * @param id its name
 * @param input whose rows, all columns of which are written
 * @param topic the topic
 * @param keyFormat how keys are written
 * @param valueFormat how values are written
 * @param timestamp the column that gives a record its timestamp, if not the time of the row
 */
public record SinkStep(
    StepId id,
    Step input,
    String topic,
    FormatSpec keyFormat,
    FormatSpec valueFormat,
    Optional<TimestampColumn> timestamp)
    implements Step {
  public SinkStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(keyFormat, "keyFormat");
    Objects.requireNonNull(valueFormat, "valueFormat");
    Objects.requireNonNull(timestamp, "timestamp");
  }

  @Override
  public List<Step> inputs() {
    return List.of(input);
  }

  @Override
  public Schema schema() {
    return input.schema();
  }

  @Override
  public Source.Kind kind() {
    return input.kind();
  }

  @Override
  public Optional<WindowInfo> window() {
    return input.window();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.sink(this);
  }
}
