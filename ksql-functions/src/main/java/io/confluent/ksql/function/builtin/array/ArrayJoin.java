package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.math.BigDecimal;
import java.util.List;

/** The SQL function {@code ARRAY_JOIN}. */
@UdfDescription(
    name = "ARRAY_JOIN",
    category = FunctionCategory.ARRAY,
    description =
        "The items as text with a delimiter, a comma unless given, between them; NULL items"
            + " are written as null.")
@UdfExample(sql = "ARRAY_JOIN(ARRAY[1, 2])", result = "'1,2'")
@UdfExample(sql = "ARRAY_JOIN(ARRAY['a', 'b'], '-')", result = "'a-b'")
public final class ArrayJoin {
  @Udf
  public <T> String join(List<T> list) {
    return join(list, ",");
  }

  @Udf
  public <T> String join(List<T> list, String delimiter) {
    if (list == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    boolean first = true;
    for (T item : list) {
      text.append(first || delimiter == null ? "" : delimiter).append(text(item));
      first = false;
    }
    return text.toString();
  }

  private static String text(Object item) {
    if (item == null
        || item instanceof Boolean
        || item instanceof Number
        || item instanceof String) {
      return item instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(item);
    }
    throw new KsqlFunctionException("Only truth values, numbers and texts can be joined.");
  }
}
