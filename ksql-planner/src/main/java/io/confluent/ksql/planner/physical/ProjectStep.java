package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Computes a new value of each row and leaves the key, whose columns it may rename.
 *
 * @param id its name
 * @param input whose rows
 * @param keyNames names of the key columns, as many as the input has
 * @param value the value columns, over the input's row
 */
public record ProjectStep(StepId id, Step input, List<String> keyNames, List<NamedExpr> value)
    implements Step {
  public ProjectStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(input, "input");
    keyNames = List.copyOf(keyNames);
    value = List.copyOf(value);
  }

  @Override
  public List<Step> inputs() {
    return List.of(input);
  }

  @Override
  public Schema schema() {
    List<Column> key = new ArrayList<>();
    for (int i = 0; i < keyNames.size(); i++) {
      key.add(new Column(keyNames.get(i), input.schema().key().get(i).type()));
    }
    return new Schema(key, NamedExpr.columns(value));
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
    return visitor.project(this);
  }
}
