package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.util.Pair;
import io.confluent.ksql.value.StructValue;

/** The SQL aggregate function {@code CORRELATION}. */
@UdafDescription(
    name = "correlation",
    description =
        "How far two columns grow together: the correlation coefficient of Pearson, from -1"
            + " to 1; NaN where it is not defined.")
public final class Correlation {
  private Correlation() {}

  @UdafFactory(description = "Of pairs of numbers.", aggregateSchema = "STRUCT")
  public static TableUdaf<Pair<Double, Double>, StructValue, Double> correlation() {
    return new Correlating();
  }
}
