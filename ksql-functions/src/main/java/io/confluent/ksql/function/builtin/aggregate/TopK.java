package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.function.udaf.VariadicArgs;
import io.confluent.ksql.util.Pair;
import io.confluent.ksql.value.StructValue;
import java.util.List;

/** The SQL aggregate function {@code TOPK}. */
@UdafDescription(
    name = "TOPK",
    description =
        "The k greatest values in descending order, duplicates too; with further columns, a"
            + " struct of each such row. Of equal values the earlier stays.")
public final class TopK {
  private TopK() {}

  @UdafFactory(description = "The k greatest values.")
  public static <T> Udaf<T, List<T>, List<T>> topValues(int k) {
    return new TopValues<>(k);
  }

  @UdafFactory(
      description = "The k rows with the greatest values of the first column.",
      aggregateSchema = "ARRAY<STRUCT>",
      returnSchema = "ARRAY<STRUCT>")
  public static <T>
      Udaf<Pair<T, VariadicArgs<Object>>, List<StructValue>, List<StructValue>> topRows(int k) {
    return new TopRows<>(k);
  }
}
