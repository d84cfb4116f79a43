package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The SQL function {@code ARRAY_UNION}. */
@UdfDescription(
    name = "array_union",
    category = FunctionCategory.ARRAY,
    description =
        "The different items of both lists, those of the first before those of the second.")
@UdfExample(sql = "ARRAY_UNION(ARRAY[1, 2, 1], ARRAY[3, 2])", result = "ARRAY[1, 2, 3]")
public final class ArrayUnion {
  @Udf(strict = true)
  public <T> List<T> union(List<T> left, List<T> right) {
    Set<T> items = new LinkedHashSet<>(left);
    items.addAll(right);
    return new ArrayList<>(items);
  }
}
