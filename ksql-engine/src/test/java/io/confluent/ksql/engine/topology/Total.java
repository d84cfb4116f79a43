package io.confluent.ksql.engine.topology;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;

/** Sums numbers. */
@UdafDescription(name = "TOTAL", description = "The sum of numbers.")
public final class Total {
  private Total() {}

  /** Sums numbers, fails for 666, and does not take 777 back. */
  @UdafFactory(description = "Sums numbers.")
  public static TableUdaf<Integer, Long, Long> total() {
    return new TableUdaf<>() {
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
      public Long undo(Integer value, Long sum) {
        if (value != null && value == 777) {
          throw new IllegalStateException("not back");
        }
        return value == null ? sum : sum - value;
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
