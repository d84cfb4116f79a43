package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.benchmarks.pipeline.Turn.Cost;
import io.confluent.ksql.benchmarks.pipeline.Turn.Sample;
import io.confluent.ksql.benchmarks.process.Pause;
import io.confluent.ksql.benchmarks.process.RunningProcess;
import java.time.Duration;
import java.util.function.Predicate;

/** A process that runs only in its turns, and rests between them. */
final class Contestant implements AutoCloseable {
  private static final int PAUSE_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A group gives up a consumer after 45 s, and the others of the group begin anew. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(40);

  private static final Duration REPORT = Duration.ofMillis(300);

  private final String name;
  private final RunningProcess process;
  private final Progress progress;
  private long restsSince;

  /** A process that was just started. */
  Contestant(String name, RunningProcess process, Progress progress) {
    this.name = name;
    this.process = process;
    this.progress = progress;
    restsSince = System.nanoTime();
  }

  String name() {
    return name;
  }

  /** Sees to it that it finds enough to read for so long. */
  void provide(Duration time) {
    progress.provide(time);
  }

  /** Lets it go on until it has read rows. */
  void begin() {
    goOn(sample -> sample.rows() > 0, Duration.ZERO);
  }

  /** Lets it go on for as long as it takes to tell its group that it is there. */
  void report() {
    long until = System.nanoTime() + REPORT.toNanos();
    goOn(sample -> sample.nanos() > until, REPORT);
  }

  /** Lets it go on for a turn of at least so long. */
  Cost turn(Duration length) {
    Turn turn = new Turn(progress.settle(), length, sample());
    goOn(turn::endsWith, length);
    return turn.cost();
  }

  /**
   * @throws IllegalStateException if it had to rest for too long, if it ends or does not advance,
   *     or if its rows run out
   */
  private void goOn(Predicate<Sample> end, Duration usual) {
    requireShortRest();
    process.resume();
    try {
      long until = System.nanoTime() + usual.plus(PATIENCE).toNanos();
      Sample sample = sample();
      while (!end.test(sample)) {
        requireProgress(sample, until);
        Pause.millis(PAUSE_MILLIS);
        sample = sample();
      }
      requireProgress(sample, until);
    } finally {
      process.suspend();
      restsSince = System.nanoTime();
    }
  }

  private Sample sample() {
    long computed = process.computingTime().minus(process.compilingTime()).toNanos();
    return new Sample(System.nanoTime(), computed, progress.read().getAsLong());
  }

  private void requireShortRest() {
    Duration rest = Duration.ofNanos(System.nanoTime() - restsSince);
    if (rest.compareTo(LONGEST_REST) > 0) {
      throw new IllegalStateException(
          "%s had to rest for %d s, and may lose its partitions".formatted(name, rest.toSeconds()));
    }
  }

  private void requireProgress(Sample sample, long until) {
    process.requireAlive();
    if (sample.rows() >= progress.all()) {
      throw new IllegalStateException(
          "%s has read all %d rows before its turn was over".formatted(name, progress.all()));
    }
    if (System.nanoTime() > until) {
      throw new IllegalStateException(
          "%s does not advance beyond row %d of %d".formatted(name, sample.rows(), progress.all()));
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
