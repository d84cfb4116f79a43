package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.Pair;
import io.confluent.ksql.value.StructValue;
import java.util.Optional;

/** The coefficient of Pearson of pairs of numbers; pairs with a NULL are left out. */
final class Correlating implements TableUdaf<Pair<Double, Double>, StructValue, Double> {
  private static final SqlStruct TYPE =
      SqlTypes.struct()
          .field("X_SUM", SqlTypes.DOUBLE)
          .field("Y_SUM", SqlTypes.DOUBLE)
          .field("X_SQUARED_SUM", SqlTypes.DOUBLE)
          .field("Y_SQUARED_SUM", SqlTypes.DOUBLE)
          .field("XY_SUM", SqlTypes.DOUBLE)
          .field("COUNT", SqlTypes.BIGINT)
          .build();
  private static final int X = 0;
  private static final int Y = 1;
  private static final int XX = 2;
  private static final int YY = 3;
  private static final int XY = 4;
  private static final int COUNT = 5;

  @Override
  public Optional<SqlType> getAggregateSqlType() {
    return Optional.of(TYPE);
  }

  @Override
  public StructValue initialize() {
    return new StructValue(TYPE, 0.0, 0.0, 0.0, 0.0, 0.0, 0L);
  }

  @Override
  public StructValue aggregate(Pair<Double, Double> pair, StructValue state) {
    return pair.left == null || pair.right == null ? state : plus(state, single(pair), 1);
  }

  @Override
  public StructValue merge(StructValue older, StructValue newer) {
    return plus(older, newer, 1);
  }

  @Override
  public StructValue undo(Pair<Double, Double> pair, StructValue state) {
    return pair.left == null || pair.right == null ? state : plus(state, single(pair), -1);
  }

  private static StructValue single(Pair<Double, Double> pair) {
    double x = pair.left;
    double y = pair.right;
    return new StructValue(TYPE, x, y, x * x, y * y, x * y, 1L);
  }

  private static StructValue plus(StructValue left, StructValue right, int sign) {
    Object[] sums = new Object[COUNT + 1];
    for (int i = 0; i < COUNT; i++) {
      sums[i] = sum(left, i) + sign * sum(right, i);
    }
    sums[COUNT] = (Long) left.value(COUNT) + sign * (Long) right.value(COUNT);
    return new StructValue(TYPE, sums);
  }

  @Override
  public Double map(StructValue state) {
    double n = (Long) state.value(COUNT);
    double x = sum(state, X);
    double y = sum(state, Y);
    return (n * sum(state, XY) - x * y)
        / Math.sqrt((n * sum(state, XX) - x * x) * (n * sum(state, YY) - y * y));
  }

  private static double sum(StructValue state, int index) {
    return (Double) state.value(index);
  }
}
