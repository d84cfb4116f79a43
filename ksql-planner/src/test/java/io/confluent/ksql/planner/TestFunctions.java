package io.confluent.ksql.planner;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfParameter;
import io.confluent.ksql.function.udtf.Udtf;
import io.confluent.ksql.function.udtf.UdtfDescription;
import io.confluent.ksql.planner.function.FunctionRegistry;
import java.util.List;

/** A few functions, enough to plan with. */
public final class TestFunctions {
  private TestFunctions() {}

  static FunctionRegistry registry() {
    return FunctionRegistry.builder()
        .builtIn(
            Ucase.class,
            Anomaly.class,
            Count.class,
            Sum.class,
            Min.class,
            Last.class,
            Explode.class)
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

  /** Finds the smallest number, and takes none back. */
  @UdafDescription(name = "MIN", description = "The least.")
  public static final class Min {
    private Min() {}

    /** The search. */
    @UdafFactory(description = "The least.")
    public static Udaf<Long, Long, Long> min() {
      return new Keeping();
    }
  }

  /** Keeps the last number, and takes none back. */
  @UdafDescription(name = "LAST", description = "The last.")
  public static final class Last {
    private Last() {}

    /** The keeper. */
    @UdafFactory(description = "The last.")
    public static Udaf<Long, Long, Long> last() {
      return new Keeping();
    }
  }

  /** A list to its elements. */
  @UdtfDescription(name = "explode", description = "Elements.")
  public static final class Explode {
    /** The elements. */
    @Udtf
    public <T> List<T> explode(@UdfParameter("list") List<T> list) {
      return list;
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

  private static final class Keeping implements Udaf<Long, Long, Long> {
    @Override
    public Long initialize() {
      return 0L;
    }

    @Override
    public Long aggregate(Long current, Long aggregate) {
      return current;
    }

    @Override
    public Long merge(Long one, Long two) {
      return two;
    }

    @Override
    public Long map(Long aggregate) {
      return aggregate;
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
