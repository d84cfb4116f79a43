package io.confluent.ksql.planner;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfParameter;
import io.confluent.ksql.planner.function.FunctionRegistry;

/** A few functions, enough to plan with. */
public final class TestFunctions {
  private TestFunctions() {}

  static FunctionRegistry registry() {
    return FunctionRegistry.builder()
        .builtIn(Ucase.class, Anomaly.class, Count.class, Sum.class)
        .build();
  }

  /** One text to another. */
  @UdfDescription(name = "UCASE", description = "Capitals.")
  public static final class Ucase {
    /** The text in capitals. */
    @Udf
    public String ucase(@UdfParameter("text") String text) {
      return text;
    }
  }

  /** A text to a number. */
  @UdfDescription(name = "ANOMALY", description = "A score.")
  public static final class Anomaly {
    /** The score. */
    @Udf
    public Double anomaly(@UdfParameter("sensorinput") String sensorinput) {
      return 0.0;
    }
  }

  /** Counts values of any type. */
  @UdafDescription(name = "COUNT", description = "How many.")
  public static final class Count {
    private Count() {}

    /** The counter. */
    @UdafFactory(description = "How many values are not NULL.")
    public static <T> TableUdaf<T, Long, Long> count() {
      return new Adding<>();
    }
  }

  /** Adds numbers. */
  @UdafDescription(name = "SUM", description = "The sum.")
  public static final class Sum {
    private Sum() {}

    /** The adder. */
    @UdafFactory(description = "The sum.")
    public static TableUdaf<Long, Long, Long> sum() {
      return new Adding<>();
    }
  }

  private static final class Adding<T> implements TableUdaf<T, Long, Long> {
    @Override
    public Long initialize() {
      return 0L;
    }

    @Override
    public Long aggregate(T current, Long aggregate) {
      return aggregate + 1;
    }

    @Override
    public Long merge(Long one, Long two) {
      return one + two;
    }

    @Override
    public Long map(Long aggregate) {
      return aggregate;
    }

    @Override
    public Long undo(T value, Long aggregate) {
      return aggregate - 1;
    }
  }
}
