package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends rows through the internal topic {@code <application id>-<step id>-repartition}, so that
 * rows of one key meet in one partition and are keyed by the same bytes.
 *
 * @param id its name
 * @param input whose rows
 * @param keyFormat how keys are written in between
 * @param valueFormat how values are written in between
 */
public record RepartitionStep(StepId id, Step input, FormatSpec keyFormat, FormatSpec valueFormat)
    implements Step {
  public RepartitionStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(keyFormat, "keyFormat");
    Objects.requireNonNull(valueFormat, "valueFormat");
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
    return visitor.repartition(this);
  }
}
