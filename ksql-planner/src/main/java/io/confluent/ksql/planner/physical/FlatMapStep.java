package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes of each event as many as the longest list has that its table functions give: the n-th has
 * the n-th value of each list, NULL where a list has ended, behind the columns of the event itself.
 *
 * @param id its name
 * @param input whose rows; a stream
 * @param calls the table functions, over the input's row
 */
public record FlatMapStep(StepId id, Step input, List<TableFunctionCall> calls) implements Step {
  public FlatMapStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(input, "input");
    calls = List.copyOf(calls);
  }

  @Override
  public List<Step> inputs() {
    return List.of(input);
  }

  @Override
  public Schema schema() {
    List<Column> value = new ArrayList<>(input.schema().value());
    calls.forEach(call -> value.add(new Column(call.name(), call.type())));
    return new Schema(input.schema().key(), value);
  }

  @Override
  public Source.Kind kind() {
    return Source.Kind.STREAM;
  }

  @Override
  public Optional<WindowInfo> window() {
    return input.window();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.flatMap(this);
  }
}
