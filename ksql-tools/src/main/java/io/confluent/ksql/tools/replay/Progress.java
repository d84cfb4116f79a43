package io.confluent.ksql.tools.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says every other second how many messages there are. */
final class Progress implements AutoCloseable {
  private static final long EVERY_MS = 2000;

  private final LongSupplier delivered;
  private final PrintStream out;
  private final long begin = System.nanoTime();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  Progress(LongSupplier delivered, PrintStream out) {
    this.delivered = delivered;
    this.out = out;
  }

  void start() {
    timer.scheduleWithFixedDelay(this::print, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void print() {
    out.println(line(delivered.getAsLong(), elapsed()));
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  static String line(long messages, Duration elapsed) {
    double seconds = elapsed.toNanos() / 1e9;
    return String.format(
        Locale.ROOT,
        "%d %s in %.1f s, %.1f a second",
        messages,
        messages == 1 ? "message" : "messages",
        seconds,
        seconds > 0 ? messages / seconds : 0);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
