package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import java.util.Map;

/** The SQL aggregate function {@code HISTOGRAM}. */
@UdafDescription(
    name = "histogram",
    description = "How often each text occurs, for at most 1000 different ones.")
public final class Histogram {
  private Histogram() {}

  @UdafFactory(description = "Counts each different text.")
  public static TableUdaf<String, Map<String, Long>, Map<String, Long>> histogram() {
    return new CountingEach();
  }
}
