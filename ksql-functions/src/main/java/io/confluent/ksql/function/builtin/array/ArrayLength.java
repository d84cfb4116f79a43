package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.List;

/** The SQL function {@code ARRAY_LENGTH}. */
@UdfDescription(
    name = "ARRAY_LENGTH",
    category = FunctionCategory.ARRAY,
    description = "The number of items.")
@UdfExample(sql = "ARRAY_LENGTH(ARRAY[1, 2])", result = "2")
public final class ArrayLength {
  @Udf(strict = true)
  public <T> int length(List<T> list) {
    return list.size();
  }
}
