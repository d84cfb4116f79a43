package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.value.StructValue;
import java.util.List;

/** The SQL aggregate function {@code LATEST_BY_OFFSET}. */
@UdafDescription(
    name = "LATEST_BY_OFFSET",
    description =
        "The value that arrived last, or the n that did in the order of their arrival. NULLs"
            + " are left out unless the last argument is false.")
public final class LatestByOffset {
  private LatestByOffset() {}

  @UdafFactory(description = "The last value that is not NULL.", aggregateSchema = "STRUCT")
  public static <T> Udaf<T, StructValue, T> one() {
    return one(true);
  }

  @UdafFactory(description = "The last value.", aggregateSchema = "STRUCT")
  public static <T> Udaf<T, StructValue, T> one(boolean ignoreNulls) {
    return new OneByArrival<>(new ByArrival(ByArrival.End.LATEST, ignoreNulls));
  }

  @UdafFactory(
      description = "The last n values that are not NULL.",
      aggregateSchema = "ARRAY<STRUCT>")
  public static <T> Udaf<T, List<StructValue>, List<T>> some(int n) {
    return some(n, true);
  }

  @UdafFactory(description = "The last n values.", aggregateSchema = "ARRAY<STRUCT>")
  public static <T> Udaf<T, List<StructValue>, List<T>> some(int n, boolean ignoreNulls) {
    return new SomeByArrival<>(n, new ByArrival(ByArrival.End.LATEST, ignoreNulls));
  }
}
