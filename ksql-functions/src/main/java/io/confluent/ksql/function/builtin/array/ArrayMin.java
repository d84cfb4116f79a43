package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udf.UdfSchemaProvider;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;

/** The SQL function {@code ARRAY_MIN}. */
@UdfDescription(
    name = "array_min",
    category = FunctionCategory.ARRAY,
    description = "The least item that is not NULL.")
@UdfExample(sql = "ARRAY_MIN(ARRAY['b', 'a'])", result = "'a'")
public final class ArrayMin {
  @Udf(strict = true, schemaProvider = "itemType")
  public <T> T min(List<T> list) {
    T best = null;
    for (T item : list) {
      if (item != null && (best == null || Order.compare(item, best) < 0)) {
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
