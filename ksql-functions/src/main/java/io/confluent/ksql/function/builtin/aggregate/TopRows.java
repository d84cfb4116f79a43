package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.VariadicArgs;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.Pair;
import io.confluent.ksql.value.StructValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps the rows with the greatest values of a column, with further columns of each. */
final class TopRows<T>
    implements Udaf<Pair<T, VariadicArgs<Object>>, List<StructValue>, List<StructValue>> {
  private static final Comparator<StructValue> ORDER =
      (left, right) -> Ranking.DESCENDING.compare(left.value(0), right.value(0));

  private final int count;
  private SqlStruct row = SqlTypes.struct().build();

  TopRows(int count) {
    this.count = Ranking.checkedCount(count);
  }

  @Override
  public void initializeTypeArguments(List<SqlArgument> arguments) {
    SqlType sortType = arguments.get(0).getSqlTypeOrThrow();
    Ranking.check(sortType);
    SqlStruct.Builder builder = SqlTypes.struct().field("sort_col", sortType);
    for (int i = 1; i < arguments.size() - 1; i++) {
      builder.field("col" + (i - 1), arguments.get(i).getSqlTypeOrThrow());
    }
    row = builder.build();
  }

  @Override
  public Optional<SqlType> getAggregateSqlType() {
    return Optional.of(SqlTypes.array(row));
  }

  @Override
  public Optional<SqlType> getReturnSqlType() {
    return getAggregateSqlType();
  }

  @Override
  public List<StructValue> initialize() {
    return new ArrayList<>();
  }

  @Override
  public List<StructValue> aggregate(Pair<T, VariadicArgs<Object>> columns, List<StructValue> top) {
    if (columns.getLeft() == null) {
      return top;
    }
    Object[] values = new Object[columns.getRight().size() + 1];
    values[0] = columns.getLeft();
    for (int i = 1; i < values.length; i++) {
      values[i] = columns.getRight().get(i - 1);
    }
    return Ranking.merge(top, List.of(new StructValue(row, values)), ORDER, count);
  }

  @Override
  public List<StructValue> merge(List<StructValue> older, List<StructValue> newer) {
    return Ranking.merge(older, newer, ORDER, count);
  }

  @Override
  public List<StructValue> map(List<StructValue> top) {
    return top;
  }
}
