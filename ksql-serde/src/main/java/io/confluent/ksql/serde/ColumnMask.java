package io.confluent.ksql.serde;

import java.util.BitSet;

/** Which columns are needed, by zero-based position. Immutable. */
public final class ColumnMask {
  /** Every column. */
  public static final ColumnMask ALL = new ColumnMask(new BitSet(), true);

  private final BitSet positions;
  private final boolean all;

  private ColumnMask(BitSet positions, boolean all) {
    this.positions = positions;
    this.all = all;
  }

  /** Only the columns at these positions. */
  public static ColumnMask of(int... positions) {
    BitSet bits = new BitSet();
    for (int position : positions) {
      bits.set(position);
    }
    return new ColumnMask(bits, false);
  }

  /** Whether the column at that position is needed. */
  public boolean needs(int position) {
    return all || positions.get(position);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnMask that && all == that.all && positions.equals(that.positions);
  }

  @Override
  public int hashCode() {
    return 31 * positions.hashCode() + Boolean.hashCode(all);
  }

  @Override
  public String toString() {
    return all ? "all" : positions.toString();
  }
}
