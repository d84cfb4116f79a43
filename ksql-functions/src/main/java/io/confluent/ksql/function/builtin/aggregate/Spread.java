package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The sample variance of numbers, or its square root; NULLs are left out, and 0 is that of fewer
 * than two.
 */
final class Spread<T extends Number> implements TableUdaf<T, StructValue, Double> {
  private static final int SUM = 0;
  private static final int COUNT = 1;
  private static final int M2 = 2;

  private final SqlStruct type;
  private final Adding<T> sums;
  private final DoubleUnaryOperator result;

  /**
   * @param result from the variance to the result
   */
  Spread(SqlType sumType, Adding<T> sums, DoubleUnaryOperator result) {
    this.type =
        SqlTypes.struct()
            .field("SUM", sumType)
            .field("COUNT", SqlTypes.BIGINT)
            .field("M2", SqlTypes.DOUBLE)
            .build();
    this.sums = sums;
    this.result = result;
  }

  @Override
  public Optional<SqlType> getAggregateSqlType() {
    return Optional.of(type);
  }

  @Override
  public StructValue initialize() {
    return new StructValue(type, sums.initialize(), 0L, 0.0);
  }

  @Override
  public StructValue aggregate(T value, StructValue state) {
    if (value == null) {
      return state;
    }
    T sum = sums.aggregate(value, sum(state));
    long count = count(state) + 1;
    return new StructValue(type, sum, count, m2(state) + share(value, sum, count));
  }

  @Override
  public StructValue undo(T value, StructValue state) {
    if (value == null) {
      return state;
    }
    double m2 = m2(state) - share(value, sum(state), count(state));
    return new StructValue(type, sums.undo(value, sum(state)), count(state) - 1, m2);
  }

  /** What a value adds to the sum of squared distances, once it is in the sum and the count. */
  private double share(T value, T sum, long count) {
    double delta = value.doubleValue() * count - sum.doubleValue();
    return count < 2 ? 0 : delta * delta / ((double) count * (count - 1));
  }

  @Override
  public StructValue merge(StructValue older, StructValue newer) {
    double n = count(older);
    double m = count(newer);
    if (n == 0 || m == 0) {
      return n == 0 ? newer : older;
    }
    double distance = sum(older).doubleValue() / n - sum(newer).doubleValue() / m;
    double m2 = m2(older) + m2(newer) + distance * distance * n * m / (n + m);
    T sum = sums.merge(sum(older), sum(newer));
    return new StructValue(type, sum, count(older) + count(newer), m2);
  }

  @Override
  public Double map(StructValue state) {
    return count(state) < 2 ? 0.0 : result.applyAsDouble(m2(state) / (count(state) - 1));
  }

  @SuppressWarnings("unchecked")
  private T sum(StructValue state) {
    return (T) state.value(SUM);
  }

  private static long count(StructValue state) {
    return (Long) state.value(COUNT);
  }

  private static double m2(StructValue state) {
    return (Double) state.value(M2);
  }
}
