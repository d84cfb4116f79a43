package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the rows of a table in a store of the step's name.
 *
 * @param id its name
 * @param input whose rows; a table
 * @param keyFormat how keys are written in the store
 * @param valueFormat how values are written in the store
 */
public record MaterializeStep(StepId id, Step input, FormatSpec keyFormat, FormatSpec valueFormat)
    implements Step {
  public MaterializeStep {
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
    return Source.Kind.TABLE;
  }

  @Override
  public Optional<WindowInfo> window() {
    return input.window();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.materialize(this);
  }
}
