package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Aggregates rows by their key, and by window if there is one. The store {@code <step id>} holds
 * one column of intermediate value a call; the rows given hold the results.
 *
 * @param id its name, of the store too
 * @param input whose rows, keyed as they are grouped: events, or a table's {@link RegroupStep}
 * @param calls the aggregate functions, over the input's row
 * @param windowing the windows, if any
 * @param emit when results are given
 * @param keyFormat how keys are written in the store
 * @param valueFormat how intermediate values are written in the store
 */
public record AggregateStep(
    StepId id,
    Step input,
    List<Aggregation> calls,
    Optional<WindowSpec> windowing,
    Emission emit,
    FormatSpec keyFormat,
    FormatSpec valueFormat)
    implements Step {
  public AggregateStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(input, "input");
    calls = List.copyOf(calls);
    Objects.requireNonNull(windowing, "windowing");
    Objects.requireNonNull(emit, "emit");
    Objects.requireNonNull(keyFormat, "keyFormat");
    Objects.requireNonNull(valueFormat, "valueFormat");
    if (input.kind() == Source.Kind.TABLE) {
      if (!(input instanceof RegroupStep)) {
        throw new IllegalArgumentException("The table " + input.id() + " is not regrouped");
      }
      if (windowing.isPresent()) {
        throw new IllegalArgumentException("Rows of a table belong to no window");
      }
    }
  }

  /** When results are given. */
  public enum Emission {
    /** After every change. */
    CHANGES,
    /** Once, when the window has closed. */
    FINAL
  }

  @Override
  public List<Step> inputs() {
    return List.of(input);
  }

  /** Columns of the store's value: the intermediate values. */
  public List<Column> stateColumns() {
    return calls.stream().map(call -> new Column(call.name(), call.stateType())).toList();
  }

  @Override
  public Schema schema() {
    return new Schema(
        input.schema().key(),
        calls.stream().map(call -> new Column(call.name(), call.type())).toList());
  }

  @Override
  public Source.Kind kind() {
    return Source.Kind.TABLE;
  }

  @Override
  public Optional<WindowInfo> window() {
    return windowing.map(WindowSpec::info).or(input::window);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.aggregate(this);
  }
}
