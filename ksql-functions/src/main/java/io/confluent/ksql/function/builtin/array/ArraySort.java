package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udf.UdfSchemaProvider;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The SQL function {@code ARRAY_SORT}. */
@UdfDescription(
    name = "array_sort",
    category = FunctionCategory.ARRAY,
    description =
        "The items in ascending order, or with DESC in descending order; NULLs last. NULL for"
            + " another direction.")
@UdfExample(sql = "ARRAY_SORT(ARRAY[2, 3, 1])", result = "ARRAY[1, 2, 3]")
@UdfExample(sql = "ARRAY_SORT(ARRAY['a', 'b'], 'DESC')", result = "ARRAY['b', 'a']")
public final class ArraySort {
  @Udf(strict = true, schemaProvider = "listType")
  public <T> List<T> sort(List<T> list) {
    return sorted(list, Order::compare);
  }

  @Udf(strict = true, schemaProvider = "listType")
  public <T> List<T> sort(List<T> list, String direction) {
    return switch (direction.toUpperCase(Locale.ROOT)) {
      case "ASC", "ASCENDING" -> sorted(list, Order::compare);
      case "DESC", "DESCENDING" -> sorted(list, (left, right) -> Order.compare(right, left));
      default -> null;
    };
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    List<T> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.nullsLast(order));
    return sorted;
  }

  /** The type of the list, if its items have an order. */
  @UdfSchemaProvider
  public SqlType listType(List<SqlArgument> arguments) {
    return SqlTypes.array(Order.itemType(arguments.get(0).getSqlTypeOrThrow()));
  }
}
