package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The SQL function {@code ARRAY_REMOVE}. */
@UdfDescription(
    name = "array_remove",
    category = FunctionCategory.ARRAY,
    description = "The list without the items that are equal to a value, which may be NULL.")
@UdfExample(sql = "ARRAY_REMOVE(ARRAY[1, 2, 1], 1)", result = "ARRAY[2]")
public final class ArrayRemove {
  @Udf
  public <T> List<T> remove(List<T> list, T value) {
    if (list == null) {
      return null;
    }
    List<T> rest = new ArrayList<>(list);
    rest.removeIf(item -> Objects.equals(item, value));
    return rest;
  }
}
