package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.value.StructValue;
import java.util.List;

/** The SQL aggregate function {@code EARLIEST_BY_OFFSET}. */
@UdafDescription(
    name = "EARLIEST_BY_OFFSET",
    description =
        "The value that arrived first, or the n that did in the order of their arrival. NULLs"
            + " are left out unless the last argument is false.")
public final class EarliestByOffset {
  private EarliestByOffset() {}

  @UdafFactory(description = "The first value that is not NULL.", aggregateSchema = "STRUCT")
  public static <T> Udaf<T, StructValue, T> one() {
    return one(true);
  }

  @UdafFactory(description = "The first value.", aggregateSchema = "STRUCT")
  public static <T> Udaf<T, StructValue, T> one(boolean ignoreNulls) {
    return new OneByArrival<>(new ByArrival(ByArrival.End.EARLIEST, ignoreNulls));
  }

  @UdafFactory(
      description = "The first n values that are not NULL.",
      aggregateSchema = "ARRAY<STRUCT>")
  public static <T> Udaf<T, List<StructValue>, List<T>> some(int n) {
    return some(n, true);
  }

  @UdafFactory(description = "The first n values.", aggregateSchema = "ARRAY<STRUCT>")
  public static <T> Udaf<T, List<StructValue>, List<T>> some(int n, boolean ignoreNulls) {
    return new SomeByArrival<>(n, new ByArrival(ByArrival.End.EARLIEST, ignoreNulls));
  }
}
