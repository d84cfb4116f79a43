package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.List;

/** The SQL function {@code ARRAY_CONTAINS}. */
@UdfDescription(
    name = "ARRAY_CONTAINS",
    category = FunctionCategory.ARRAY,
    description = "Whether a list holds a value, which may be NULL.")
@UdfExample(sql = "ARRAY_CONTAINS(ARRAY[1, 2], 2)", result = "true")
@UdfExample(sql = "ARRAY_CONTAINS(ARRAY['a'], 'b')", result = "false")
public final class ArrayContains {
  @Udf
  public <T> boolean contains(List<T> list, T value) {
    return list != null && list.contains(value);
  }
}
