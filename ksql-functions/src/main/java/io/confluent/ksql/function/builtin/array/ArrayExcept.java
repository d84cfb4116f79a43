package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The SQL function {@code ARRAY_EXCEPT}. */
@UdfDescription(
    name = "array_except",
    category = FunctionCategory.ARRAY,
    description = "The different items of the first list that are not in the second.")
@UdfExample(sql = "ARRAY_EXCEPT(ARRAY[1, 2, 1], ARRAY[2])", result = "ARRAY[1]")
public final class ArrayExcept {
  @Udf(strict = true)
  public <T> List<T> except(List<T> left, List<T> right) {
    Set<T> items = new LinkedHashSet<>(left);
    items.removeAll(new HashSet<>(right));
    return new ArrayList<>(items);
  }
}
