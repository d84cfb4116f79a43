package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The SQL function {@code ARRAY_DISTINCT}. */
@UdfDescription(
    name = "array_distinct",
    category = FunctionCategory.ARRAY,
    description = "The different items in the order of their first occurrence.")
@UdfExample(sql = "ARRAY_DISTINCT(ARRAY[2, 1, 2])", result = "ARRAY[2, 1]")
public final class ArrayDistinct {
  @Udf(strict = true)
  public <T> List<T> distinct(List<T> list) {
    return new ArrayList<>(new LinkedHashSet<>(list));
  }
}
