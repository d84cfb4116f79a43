package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udf.UdfSchemaProvider;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;

/** The SQL function {@code ARRAY_MAX}. */
@UdfDescription(
    name = "array_max",
    category = FunctionCategory.ARRAY,
    description = "The greatest item that is not NULL.")
@UdfExample(sql = "ARRAY_MAX(ARRAY[1, 3, 2])", result = "3")
public final class ArrayMax {
  @Udf(strict = true, schemaProvider = "itemType")
  public <T> T max(List<T> list) {
    T best = null;
    for (T item : list) {
      if (item != null && (best == null || Order.compare(item, best) > 0)) {
        best = item;
      }
    }
    return best;
  }

  /** The type of the items, if they have an order. */
  @UdfSchemaProvider
  public SqlType itemType(List<SqlArgument> arguments) {
    return Order.itemType(arguments.get(0).getSqlTypeOrThrow());
  }
}
