package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.util.List;
import java.util.Optional;

/** Keeps the value that arrived first or last; the state is NULL until there is one. */
final class OneByArrival<T> implements Udaf<T, StructValue, T> {
  private final ByArrival which;
  private Arrivals arrivals = new Arrivals(SqlTypes.STRING);

  OneByArrival(ByArrival which) {
    this.which = which;
  }

  @Override
  public void initializeTypeArguments(List<SqlArgument> arguments) {
    arrivals = new Arrivals(arguments.get(0).getSqlTypeOrThrow());
  }

  @Override
  public Optional<SqlType> getAggregateSqlType() {
    return Optional.of(arrivals.type());
  }

  @Override
  public StructValue initialize() {
    return null;
  }

  @Override
  public StructValue aggregate(T value, StructValue state) {
    boolean ignored = value == null && which.ignoreNulls();
    boolean settled = state != null && which.end() == ByArrival.End.EARLIEST;
    return ignored || settled ? state : arrivals.mark(value);
  }

  @Override
  public StructValue merge(StructValue one, StructValue two) {
    if (one == null || two == null) {
      return one == null ? two : one;
    }
    boolean oneIsEarlier = Arrivals.compare(one, two) < 0;
    return oneIsEarlier == (which.end() == ByArrival.End.EARLIEST) ? one : two;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T map(StructValue state) {
    return state == null ? null : (T) Arrivals.value(state);
  }
}
