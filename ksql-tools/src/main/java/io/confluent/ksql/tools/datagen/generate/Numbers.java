package io.confluent.ksql.tools.datagen.generate;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongFunction;

/** Generators of numbers: counted ({@code iteration}), else random within {@code range}. */
final class Numbers {
  private Numbers() {}

  /**
   * Whole numbers.
   *
   * @param least of the type
   * @param greatest of the type
   * @param toValue makes the value of a number
   */
  static Generator whole(Hints hints, long least, long greatest, LongFunction<Object> toValue) {
    if (hints.has("iteration")) {
      Counter counter = counter(hints, least, greatest);
      return random -> toValue.apply(counter.next());
    }
    if (!hints.has("range")) {
      return random -> toValue.apply(between(random, least, greatest));
    }
    Map<String, BigDecimal> range = hints.numbers("range", "min", "max");
    BigDecimal min = range.getOrDefault("min", BigDecimal.valueOf(least));
    long from = hints.whole("range.min", min);
    long to =
        range.containsKey("max")
            ? hints.whole("range.max", range.get("max").subtract(BigDecimal.ONE))
            : greatest;
    if (from > to) {
      throw hints.wrong("range.max is above range.min");
    }
    if (from < least || to > greatest) {
      throw hints.wrong("range lies from %d to %d", least, greatest);
    }
    return random -> toValue.apply(between(random, from, to));
  }

  private static long between(Random random, long least, long greatest) {
    if (greatest < Long.MAX_VALUE) {
      return random.nextLong(least, greatest + 1);
    }
    return least == Long.MIN_VALUE ? random.nextLong() : random.nextLong(least - 1, greatest) + 1;
  }

  private static Counter counter(Hints hints, long least, long greatest) {
    Map<String, BigDecimal> given =
        hints.numbers("iteration", "start", "restart", "step", "initial");
    if (!given.containsKey("start")) {
      throw hints.wrong("iteration needs a start");
    }
    long start = hints.whole("iteration.start", given.get("start"));
    BigDecimal restartOrNone = given.get("restart");
    boolean restarts = restartOrNone != null;
    long restart = restarts ? hints.whole("iteration.restart", restartOrNone) : 0;
    long otherwise = restarts && restart < start ? -1 : 1;
    long step =
        hints.whole("iteration.step", given.getOrDefault("step", BigDecimal.valueOf(otherwise)));
    long initial =
        hints.whole("iteration.initial", given.getOrDefault("initial", given.get("start")));
    if (step == 0 || restarts && (restart == start || restart > start != step > 0)) {
      throw hints.wrong("iteration.step leads from start to restart");
    }
    if (start < least || start > greatest || initial < least || initial > greatest) {
      throw hints.wrong("iteration begins from %d to %d", least, greatest);
    }
    return new Counter(
        hints.path(),
        new Steps(start, initial, step, restarts ? OptionalLong.of(restart) : OptionalLong.empty()),
        least,
        greatest);
  }

  /** Numbers with a fraction. */
  static Generator fractional(Hints hints) {
    if (hints.has("iteration")) {
      Map<String, BigDecimal> given =
          hints.numbers("iteration", "start", "restart", "step", "initial");
      if (!given.containsKey("start")) {
        throw hints.wrong("iteration needs a start");
      }
      return new FractionCounter(hints, given);
    }
    Map<String, BigDecimal> range = hints.numbers("range", "min", "max");
    double min = range.getOrDefault("min", BigDecimal.ZERO).doubleValue();
    double max = range.containsKey("max") ? range.get("max").doubleValue() : Math.max(1, min + 1);
    if (!(min < max)) {
      throw hints.wrong("range.max is above range.min");
    }
    return random -> random.nextDouble(min, max);
  }

  /** Counts in whole numbers; ends with an error rather than going round at the end of a type. */
  private static final class Counter {
    private final String path;
    private final Steps steps;
    private final long least;
    private final long greatest;
    private long next;
    private boolean atEnd;

    Counter(String path, Steps steps, long least, long greatest) {
      this.path = path;
      this.steps = steps;
      this.least = least;
      this.greatest = greatest;
      next = steps.initial();
    }

    long next() {
      if (atEnd) {
        throw Diagnostic.error(
                ErrorCode.EVALUATION,
                "The field %s has been counted up to %d; its type holds no more.",
                path,
                next)
            .hint("Give the iteration a restart, or the field the type long.")
            .toException();
      }
      long value = next;
      long step = steps.step();
      boolean fits = step > 0 ? next <= greatest - step : next >= least - step;
      if (fits && !steps.isRestartAt(next + step)) {
        next += step;
      } else if (steps.restart().isPresent()) {
        next = steps.start();
      } else {
        atEnd = true;
      }
      return value;
    }
  }

  /**
   * How a counter goes on.
   *
   * @param start where it begins anew
   * @param initial where it begins
   * @param step from one number to the next, not 0
   * @param restart the first number that it does not come to; empty to go on and on
   */
  private record Steps(long start, long initial, long step, OptionalLong restart) {
    boolean isRestartAt(long number) {
      return restart.isPresent()
          && (step > 0 ? number >= restart.getAsLong() : number <= restart.getAsLong());
    }
  }

  /** Counts in decimal numbers, in which 0.1 ten times is 1. */
  private static final class FractionCounter implements Generator {
    private final BigDecimal start;
    private final BigDecimal step;
    private final BigDecimal restart;
    private BigDecimal next;

    FractionCounter(Hints hints, Map<String, BigDecimal> given) {
      start = given.get("start");
      restart = given.get("restart");
      boolean down = restart != null && restart.compareTo(start) < 0;
      step = given.getOrDefault("step", down ? BigDecimal.ONE.negate() : BigDecimal.ONE);
      next = given.getOrDefault("initial", start);
      boolean leads = restart == null || restart.compareTo(start) * step.signum() > 0;
      if (step.signum() == 0 || !leads) {
        throw hints.wrong("iteration.step leads from start to restart");
      }
    }

    @Override
    public Object next(Random random) {
      double value = next.doubleValue();
      next = next.add(step);
      if (restart != null && next.compareTo(restart) * step.signum() >= 0) {
        next = start;
      }
      return value;
    }
  }
}
