package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings rows of one key together. Two streams join within a window; a stream looks up the rows of
 * a table; two tables make a table. The row given has the key of both and the value columns of
 * both, the left ones first; those of a side without a row are NULL.
 *
 * @param id its name
 * @param left the left side; a stream, or with a table on the right a table
 * @param right the right side, keyed and partitioned like the left one
 * @param type of which side rows go on without a partner
 * @param within how far apart two events may be; for two streams only
 * @param keyFormat how keys are written in the stores of a join of streams
 * @param valueFormat how values are written there
 */
public record JoinStep(
    StepId id,
    Step left,
    Step right,
    JoinKind type,
    Optional<JoinWindow> within,
    FormatSpec keyFormat,
    FormatSpec valueFormat)
    implements Step {
  public JoinStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(within, "within");
    Objects.requireNonNull(keyFormat, "keyFormat");
    Objects.requireNonNull(valueFormat, "valueFormat");
    boolean streams = left.kind() == Source.Kind.STREAM && right.kind() == Source.Kind.STREAM;
    if (within.isPresent() != streams) {
      throw new IllegalArgumentException("Two streams join within a window, and nothing else does");
    }
  }

  @Override
  public List<Step> inputs() {
    return List.of(left, right);
  }

  @Override
  public Schema schema() {
    List<Column> value = new ArrayList<>(left.schema().value());
    value.addAll(right.schema().value());
    return new Schema(left.schema().key(), value);
  }

  @Override
  public Source.Kind kind() {
    return left.kind();
  }

  @Override
  public Optional<WindowInfo> window() {
    return left.window();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.join(this);
  }
}
