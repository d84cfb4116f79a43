package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.util.Optional;

/** Averages numbers by their sum and count; 0 for no number. */
final class Averaging<T extends Number> implements TableUdaf<T, StructValue, Double> {
  private static final int SUM = 0;
  private static final int COUNT = 1;

  private final SqlStruct type;
  private final Adding<T> sums;

  Averaging(SqlType sumType, Adding<T> sums) {
    this.type = SqlTypes.struct().field("SUM", sumType).field("COUNT", SqlTypes.BIGINT).build();
    this.sums = sums;
  }

  @Override
  public Optional<SqlType> getAggregateSqlType() {
    return Optional.of(type);
  }

  @Override
  public StructValue initialize() {
    return state(sums.initialize(), 0);
  }

  @Override
  public StructValue aggregate(T value, StructValue state) {
    return value == null ? state : state(sums.aggregate(value, sum(state)), count(state) + 1);
  }

  @Override
  public StructValue merge(StructValue older, StructValue newer) {
    return state(sums.merge(sum(older), sum(newer)), count(older) + count(newer));
  }

  @Override
  public Double map(StructValue state) {
    return count(state) == 0 ? 0.0 : sum(state).doubleValue() / count(state);
  }

  @Override
  public StructValue undo(T value, StructValue state) {
    return value == null ? state : state(sums.undo(value, sum(state)), count(state) - 1);
  }

  private StructValue state(T sum, long count) {
    return new StructValue(type, sum, count);
  }

  @SuppressWarnings("unchecked")
  private T sum(StructValue state) {
    return (T) state.value(SUM);
  }

  private static long count(StructValue state) {
    return (Long) state.value(COUNT);
  }
}
