package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;

/** The SQL aggregate function {@code COUNT}. */
@UdafDescription(
    name = "COUNT",
    description =
        "How many rows the group has; with an argument, how many rows in which that is not NULL.")
public final class Count {
  private Count() {}

  @UdafFactory(description = "Counts the rows in which the argument is not NULL.")
  public static <T> TableUdaf<T, Long, Long> count() {
    return new CountRows<>();
  }
}
