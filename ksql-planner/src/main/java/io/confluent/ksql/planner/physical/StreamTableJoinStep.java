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
 * Looks up, for each event, the row of a table that has the event's key. The row given has the key
 * of the event and the value columns of both, the event's first; those of the table are NULL where
 * it has no such row.
 *
 * @param id its name
 * @param left the events
 * @param right the table; keyed and partitioned like the events
 * @param unmatched what becomes of an event without a row of the table
 * @param keyFormat how keys are written in the table's store
 * @param rightFormat how values are written in the table's store
 */
public record StreamTableJoinStep(
    StepId id,
    Step left,
    Step right,
    Unmatched unmatched,
    FormatSpec keyFormat,
    FormatSpec rightFormat)
    implements Step {
  public StreamTableJoinStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(unmatched, "unmatched");
    Objects.requireNonNull(keyFormat, "keyFormat");
    Objects.requireNonNull(rightFormat, "rightFormat");
  }

  /** What becomes of an event without a row of the table. */
  public enum Unmatched {
    /** It is left out (INNER JOIN). */
    DROP,
    /** It goes on with NULLs (LEFT JOIN). */
    KEEP
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
    return Source.Kind.STREAM;
  }

  @Override
  public Optional<WindowInfo> window() {
    return left.window();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.streamTableJoin(this);
  }
}
