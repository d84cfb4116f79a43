package io.confluent.ksql.engine.topology;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;

/** Sums numbers. */
@UdafDescription(name = "TOTAL", description = "The sum of numbers.")
public final class Total {
  private Total() {}

  /** Sums numbers, and fails for 666. */
  @UdafFactory(description = "Sums numbers.")
  public static Udaf<Integer, Long, Long> total() {
    return new Udaf<>() {
      @Override
      public Long initialize() {
        return 0L;
      }

      @Override
      public Long aggregate(Integer value, Long sum) {
        if (value != null && value == 666) {
          throw new IllegalStateException("not this number");
        }
        return value == null ? sum : sum + value;
      }

      @Override
      public Long merge(Long one, Long other) {
        return one + other;
      }

      @Override
      public Long map(Long sum) {
        return sum;
      }
    };
  }
}
