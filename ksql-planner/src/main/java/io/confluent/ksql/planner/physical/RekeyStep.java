package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Computes a new key and a new value of each event, both from the row as it was. Does not move rows
 * between partitions; a {@link RepartitionStep} or a sink does.
 *
 * @param id its name
 * @param input whose rows; a stream
 * @param key the key columns, over the input's row; none for rows without key
 * @param value the value columns, over the input's row
 * @param onNullKey what becomes of a row of which a key column is NULL
 */
public record RekeyStep(
    StepId id, Step input, List<NamedExpr> key, List<NamedExpr> value, OnNullKey onNullKey)
    implements Step {
  public RekeyStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(input, "input");
    key = List.copyOf(key);
    value = List.copyOf(value);
    Objects.requireNonNull(onNullKey, "onNullKey");
  }

  /** What becomes of a row of which a key column is NULL. */
  public enum OnNullKey {
    /** It goes on (PARTITION BY); a key of which every column is NULL is a null key. */
    KEEP,
    /** It is left out, and the processing log says so (GROUP BY). */
    DROP
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
    return Source.Kind.STREAM;
  }

  @Override
  public Optional<WindowInfo> window() {
    return input.window();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.rekey(this);
  }
}
