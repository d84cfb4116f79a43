package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import io.confluent.ksql.value.StructValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the values that arrived first or last, in the order of their arrival. */
final class SomeByArrival<T> implements Udaf<T, List<StructValue>, List<T>> {
  private final int count;
  private final ByArrival which;
  private Arrivals arrivals = new Arrivals(SqlTypes.STRING);

  SomeByArrival(int count, ByArrival which) {
    if (count < 1) {
      throw new KsqlException("the number of values must be at least 1.");
    }
    this.count = count;
    this.which = which;
  }

  @Override
  public void initializeTypeArguments(List<SqlArgument> arguments) {
    arrivals = new Arrivals(arguments.get(0).getSqlTypeOrThrow());
  }

  @Override
  public Optional<SqlType> getAggregateSqlType() {
    return Optional.of(SqlTypes.array(arrivals.type()));
  }

  @Override
  public List<StructValue> initialize() {
    return new ArrayList<>();
  }

  @Override
  public List<StructValue> aggregate(T value, List<StructValue> state) {
    if (value == null && which.ignoreNulls()
        || state.size() >= count && which.end() == ByArrival.End.EARLIEST) {
      return state;
    }
    List<StructValue> more = new ArrayList<>(state);
    more.add(arrivals.mark(value));
    return cut(more);
  }

  @Override
  public List<StructValue> merge(List<StructValue> one, List<StructValue> two) {
    List<StructValue> all = new ArrayList<>(one);
    all.addAll(two);
    all.sort(Arrivals::compare);
    return cut(all);
  }

  private List<StructValue> cut(List<StructValue> values) {
    if (values.size() <= count) {
      return values;
    }
    int from = which.end() == ByArrival.End.EARLIEST ? 0 : values.size() - count;
    return new ArrayList<>(values.subList(from, from + count));
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<T> map(List<StructValue> state) {
    List<T> values = new ArrayList<>();
    for (StructValue marked : state) {
      values.add((T) Arrivals.value(marked));
    }
    return values;
  }
}
