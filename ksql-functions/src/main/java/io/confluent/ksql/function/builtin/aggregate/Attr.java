package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.value.StructValue;
import java.util.List;

/** The SQL aggregate function {@code ATTR}. */
@UdafDescription(
    name = "ATTR",
    description =
        "The value of the group if all its rows have the same one, NULL counting as a value;"
            + " else NULL.")
public final class Attr {
  private Attr() {}

  @UdafFactory(description = "The only value, of any type.", aggregateSchema = "ARRAY<STRUCT>")
  public static <T> TableUdaf<T, List<StructValue>, T> attr() {
    return new Attribute<>();
  }
}
