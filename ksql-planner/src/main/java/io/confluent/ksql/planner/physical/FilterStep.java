package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the rows for which a condition is true; of a table, gives a tombstone for a row that no
 * longer passes.
 *
 * @param id its name
 * @param input whose rows
 * @param condition BOOLEAN expression over the input's row
 */
public record FilterStep(StepId id, Step input, Expr condition) implements Step {
  public FilterStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(condition, "condition");
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
    return visitor.filter(this);
  }
}
