package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;

/** The SQL function {@code GENERATE_SERIES}. */
@UdfDescription(
    name = "GENERATE_SERIES",
    category = FunctionCategory.ARRAY,
    description =
        "The whole numbers from one to another, both inclusive, in steps of 1 or -1 or of"
            + " that size.")
@UdfExample(sql = "GENERATE_SERIES(1, 5, 2)", result = "ARRAY[1, 3, 5]")
@UdfExample(sql = "GENERATE_SERIES(3, 1)", result = "ARRAY[3, 2, 1]")
public final class GenerateSeries {
  private static final int MAX_LENGTH = 1_000_000;

  @Udf(strict = true)
  public List<Integer> series(int start, int end) {
    return series(start, end, end > start ? 1 : -1);
  }

  @Udf(strict = true)
  public List<Integer> series(int start, int end, int step) {
    int length = length(start, end, step);
    List<Integer> series = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      series.add(start + i * step);
    }
    return series;
  }

  @Udf(strict = true)
  public List<Long> series(long start, long end) {
    return series(start, end, end > start ? 1 : -1);
  }

  @Udf(strict = true)
  public List<Long> series(long start, long end, int step) {
    int length = length(start, end, step);
    List<Long> series = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      series.add(start + (long) i * step);
    }
    return series;
  }

  private static int length(long start, long end, int step) {
    if (step == 0) {
      throw new KsqlFunctionException("The step of a series cannot be zero.");
    }
    if (end > start && step < 0 || end < start && step > 0) {
      throw new KsqlFunctionException("The step of the series leads away from its end.");
    }
    long steps = Math.subtractExact(end, start) / step;
    if (steps >= MAX_LENGTH) {
      throw new KsqlFunctionException("A series has at most " + MAX_LENGTH + " numbers.");
    }
    return (int) steps + 1;
  }
}
