package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;

/** The SQL function {@code ARRAY_CONCAT}. */
@UdfDescription(
    name = "array_concat",
    category = FunctionCategory.ARRAY,
    description = "The items of both lists; NULL counts as empty unless both are.")
@UdfExample(sql = "ARRAY_CONCAT(ARRAY[1], ARRAY[1, 2])", result = "ARRAY[1, 1, 2]")
public final class ArrayConcat {
  @Udf
  public <T> List<T> concat(List<T> left, List<T> right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    List<T> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }
}
