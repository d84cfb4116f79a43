package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps how often each value occurs, NULL too, and gives the value if there is only one. */
final class Attribute<T> implements TableUdaf<T, List<StructValue>, T> {
  private static final int VALUE = 0;
  private static final int COUNT = 1;

  private SqlStruct entry = SqlTypes.struct().build();

  @Override
  public void initializeTypeArguments(List<SqlArgument> arguments) {
    SqlType type = arguments.get(0).getSqlTypeOrThrow();
    entry = SqlTypes.struct().field("VALUE", type).field("COUNT", SqlTypes.INTEGER).build();
  }

  @Override
  public Optional<SqlType> getAggregateSqlType() {
    return Optional.of(SqlTypes.array(entry));
  }

  @Override
  public List<StructValue> initialize() {
    return new ArrayList<>();
  }

  @Override
  public List<StructValue> aggregate(T value, List<StructValue> counts) {
    return plus(value, 1, counts);
  }

  @Override
  public List<StructValue> merge(List<StructValue> older, List<StructValue> newer) {
    List<StructValue> all = older;
    for (StructValue counted : newer) {
      all = plus(counted.value(VALUE), (Integer) counted.value(COUNT), all);
    }
    return all;
  }

  @Override
  public List<StructValue> undo(T value, List<StructValue> counts) {
    return plus(value, -1, counts);
  }

  private List<StructValue> plus(Object value, int change, List<StructValue> counts) {
    List<StructValue> changed = new ArrayList<>();
    int count = change;
    for (StructValue counted : counts) {
      if (Objects.equals(counted.value(VALUE), value)) {
        count += (Integer) counted.value(COUNT);
      } else {
        changed.add(counted);
      }
    }
    if (count > 0) {
      changed.add(new StructValue(entry, value, count));
    }
    return changed;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T map(List<StructValue> counts) {
    return counts.size() == 1 ? (T) counts.get(0).value(VALUE) : null;
  }
}
