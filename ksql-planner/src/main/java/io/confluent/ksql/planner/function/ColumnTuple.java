package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.udaf.VariadicArgs;
import io.confluent.ksql.util.KsqlException;
import io.confluent.ksql.util.Pair;
import io.confluent.ksql.util.Quadruple;
import io.confluent.ksql.util.Quintuple;
import io.confluent.ksql.util.Triple;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The column arguments of an aggregate function: the one value, or the tuple, that it takes for a
 * row.
 *
 * @param members Java types of the columns; of a variadic one the type of an item
 * @param variadic zero-based position of the variadic column, or {@link Overload#NOT_VARIADIC}
 * @param tuple whether the columns come in a tuple, rather than as one value
 */
record ColumnTuple(List<Type> members, int variadic, boolean tuple) {
  private static final Set<Class<?>> TUPLES =
      Set.of(Pair.class, Triple.class, Quadruple.class, Quintuple.class);

  ColumnTuple {
    members = List.copyOf(members);
  }

  /**
   * The columns that an argument type means.
   *
   * @throws KsqlException if variadic columns stand where they must not
   */
  static ColumnTuple of(Type input) {
    if (!(input instanceof ParameterizedType type) || !TUPLES.contains(rawClass(type))) {
      if (variadicItem(input) != null) {
        throw new KsqlException("Variadic columns are only possible inside a tuple.");
      }
      return new ColumnTuple(List.of(input), Overload.NOT_VARIADIC, false);
    }
    List<Type> members = new ArrayList<>(Arrays.asList(type.getActualTypeArguments()));
    int variadic = Overload.NOT_VARIADIC;
    for (int i = 0; i < members.size(); i++) {
      Type item = variadicItem(members.get(i));
      if (item != null) {
        if (variadic != Overload.NOT_VARIADIC) {
          throw new KsqlException("Only one column can be variadic.");
        }
        variadic = i;
        members.set(i, item);
      }
    }
    return new ColumnTuple(members, variadic, true);
  }

  private static Class<?> rawClass(ParameterizedType type) {
    return (Class<?>) type.getRawType();
  }

  private static Type variadicItem(Type type) {
    return type instanceof ParameterizedType parameterized
            && parameterized.getRawType() == VariadicArgs.class
        ? parameterized.getActualTypeArguments()[0]
        : null;
  }

  int size() {
    return members.size();
  }

  /** The value that the function takes for these columns; may be null for a single one. */
  Object value(Object[] columns) {
    if (!tuple) {
      return columns[0];
    }
    Object[] values = variadic == Overload.NOT_VARIADIC ? columns : gathered(columns);
    return switch (values.length) {
      case 2 -> Pair.of(values[0], values[1]);
      case 3 -> Triple.of(values[0], values[1], values[2]);
      case 4 -> Quadruple.of(values[0], values[1], values[2], values[3]);
      case 5 -> Quintuple.of(values[0], values[1], values[2], values[3], values[4]);
      default -> throw new IllegalStateException("No tuple has " + values.length + " members");
    };
  }

  private Object[] gathered(Object[] columns) {
    int items = columns.length - members.size() + 1;
    Object[] values = new Object[members.size()];
    System.arraycopy(columns, 0, values, 0, variadic);
    List<Object> rest = Arrays.asList(columns).subList(variadic, variadic + items);
    values[variadic] = new VariadicArgs<>(new ArrayList<>(rest));
    int after = members.size() - variadic - 1;
    System.arraycopy(columns, variadic + items, values, variadic + 1, after);
    return values;
  }
}
