package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Groups the rows of a table for the {@link AggregateStep} above it. A change goes through the
 * internal topic {@code <application id>-<step id>-repartition} as the row that leaves its group
 * and the row that joins its group: together if it is one group, else one after the other.
 *
 * @param id its name
 * @param input whose rows; a table
 * @param key what makes a group, over the input's row; a row with NULL in it is in none
 * @param value what is aggregated, over the input's row
 * @param keyFormat how keys are written in between
 * @param valueFormat how values are written in between
 */
public record RegroupStep(
    StepId id,
    Step input,
    List<NamedExpr> key,
    List<NamedExpr> value,
    FormatSpec keyFormat,
    FormatSpec valueFormat)
    implements Step {
  public RegroupStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(input, "input");
    key = List.copyOf(key);
    value = List.copyOf(value);
    Objects.requireNonNull(keyFormat, "keyFormat");
    Objects.requireNonNull(valueFormat, "valueFormat");
    if (input.kind() != Source.Kind.TABLE) {
      throw new IllegalArgumentException("Only a table is regrouped; " + input.id() + " is none");
    }
    if (value.isEmpty()) {
      throw new IllegalArgumentException("A row without columns would count as deleted");
    }
  }

  @Override
  public List<Step> inputs() {
    return List.of(input);
  }

  @Override
  public Schema schema() {
    return new Schema(NamedExpr.columns(key), NamedExpr.columns(value));
  }

  @Override
  public Source.Kind kind() {
    return Source.Kind.TABLE;
  }

  @Override
  public Optional<WindowInfo> window() {
    return Optional.empty();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.regroup(this);
  }
}
