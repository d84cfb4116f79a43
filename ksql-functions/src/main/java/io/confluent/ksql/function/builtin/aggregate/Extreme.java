package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps the value that comes last in an order; NULL until there is one. */
final class Extreme<T> implements Udaf<T, T, T> {
  private final Comparator<? super T> order;
  private Optional<SqlType> type = Optional.empty();

  Extreme(Comparator<? super T> order) {
    this.order = order;
  }

  @Override
  public void initializeTypeArguments(List<SqlArgument> arguments) {
    type = arguments.get(0).getSqlType();
  }

  @Override
  public Optional<SqlType> getAggregateSqlType() {
    return type;
  }

  @Override
  public Optional<SqlType> getReturnSqlType() {
    return type;
  }

  @Override
  public T initialize() {
    return null;
  }

  @Override
  public T aggregate(T value, T best) {
    if (value == null) {
      return best;
    }
    return best == null || order.compare(value, best) > 0 ? value : best;
  }

  @Override
  public T merge(T older, T newer) {
    return aggregate(newer, older);
  }

  @Override
  public T map(T best) {
    return best;
  }
}
