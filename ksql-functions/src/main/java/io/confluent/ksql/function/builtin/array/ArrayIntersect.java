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

/** The SQL function {@code ARRAY_INTERSECT}. */
@UdfDescription(
    name = "array_intersect",
    category = FunctionCategory.ARRAY,
    description = "The different items of the first list that are also in the second.")
@UdfExample(sql = "ARRAY_INTERSECT(ARRAY[1, 2, 3], ARRAY[3, 2])", result = "ARRAY[2, 3]")
public final class ArrayIntersect {
  @Udf(strict = true)
  public <T> List<T> intersect(List<T> left, List<T> right) {
    Set<T> items = new LinkedHashSet<>(left);
    items.retainAll(new HashSet<>(right));
    return new ArrayList<>(items);
  }
}
