package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Joins the rows of a table to the row of another that one of their columns names. The row given
 * has the key of the left table and the value columns of both, the left ones first.
 *
 * @param id its name
 * @param left the table whose rows name others
 * @param right the table that is named
 * @param type INNER, or LEFT to keep rows that name none
 * @param foreignKey the value column of the left row that holds the key of the right one
 * @param leftKeyFormat how keys of the left table are written in between
 * @param rightKeyFormat how keys of the right table are written, in its topic too
 * @param valueFormat how values are written in between
 */
public record ForeignKeyJoinStep(
    StepId id,
    Step left,
    Step right,
    JoinKind type,
    ColumnRef foreignKey,
    FormatSpec leftKeyFormat,
    FormatSpec rightKeyFormat,
    FormatSpec valueFormat)
    implements Step {
  public ForeignKeyJoinStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(foreignKey, "foreignKey");
    Objects.requireNonNull(leftKeyFormat, "leftKeyFormat");
    Objects.requireNonNull(rightKeyFormat, "rightKeyFormat");
    Objects.requireNonNull(valueFormat, "valueFormat");
    if (type.keepsRight()) {
      throw new IllegalArgumentException("A row that nobody names has no key to go on with");
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
    return Source.Kind.TABLE;
  }

  @Override
  public Optional<WindowInfo> window() {
    return Optional.empty();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.foreignKeyJoin(this);
  }
}
