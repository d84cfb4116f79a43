package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Objects;

/**
 * A column of the row at hand.
 *
 * @param side where in the record it is
 * @param index its zero-based position there; 0 where the side has only one value
 * @param name its name, for people
 * @param type its type
 */
public record ColumnRef(Side side, int index, String name, SqlType type) implements Expr {
  public ColumnRef {
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** The parts of a record that hold columns. */
  public enum Side {
    KEY,
    VALUE,
    /** Time of the record, ms since the epoch. */
    TIME,
    /** Start of the key's window, ms since the epoch. */
    WINDOW_START,
    /** End of the key's window, ms since the epoch. */
    WINDOW_END
  }

  /** A key column. */
  public static ColumnRef key(int index, String name, SqlType type) {
    return new ColumnRef(Side.KEY, index, name, type);
  }

  /** A value column. */
  public static ColumnRef value(int index, String name, SqlType type) {
    return new ColumnRef(Side.VALUE, index, name, type);
  }

  /** Time of the record or a bound of its window. */
  public static ColumnRef pseudo(Side side, String name) {
    return new ColumnRef(side, 0, name, SqlTypes.BIGINT);
  }

  /** Whether both name the same place of a record; what people call it does not count. */
  public boolean isSamePlaceAs(ColumnRef other) {
    return side == other.side && index == other.index;
  }

  @Override
  public List<Expr> inputs() {
    return List.of();
  }

  @Override
  public Expr withInputs(List<Expr> inputs) {
    return this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.columnRef(this);
  }
}
