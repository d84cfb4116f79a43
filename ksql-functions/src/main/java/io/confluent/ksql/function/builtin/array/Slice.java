package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;

/** The SQL function {@code SLICE}. */
@UdfDescription(
    name = "slice",
    category = FunctionCategory.ARRAY,
    description =
        "The items from one position to another, both from 1 and inclusive; NULL for a"
            + " position means the beginning or the end. NULL if the positions lie outside the"
            + " list.")
@UdfExample(sql = "SLICE(ARRAY['a', 'b', 'c', 'd'], 2, 3)", result = "ARRAY['b', 'c']")
public final class Slice {
  @Udf
  public <T> List<T> slice(List<T> list, Integer from, Integer to) {
    if (list == null) {
      return null;
    }
    int start = from == null ? 0 : from - 1;
    int end = to == null ? list.size() : to;
    return start < 0 || end > list.size() || start > end
        ? null
        : new ArrayList<>(list.subList(start, end));
  }
}
