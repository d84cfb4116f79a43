package io.confluent.ksql.tools.produce;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks work that would go on to end after the record at hand. Threads are not interrupted, since
 * Kafka's producer answers that by dropping what it holds.
 */
public final class StopSignal {
  private static final long FINISHING_SECONDS = 5;

  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Asks to stop; asking again changes nothing. */
  public void stop() {
    stopped.countDown();
  }

  /** Whether it was asked to. */
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Returns after that time, or at once when asked to stop. */
  public void sleepNanos(long nanos) {
    try {
      if (nanos > 0 && stopped.await(nanos, TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  /**
   * Stops when the process is told to end (Ctrl-C), which then waits some seconds for the work.
   *
   * @return to be closed when the work has ended
   */
  public Closing onShutdown() {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWaitFor(done), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      done.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending, which is what the hook waited for.
        stop();
      }
    };
  }

  private void stopAndWaitFor(CountDownLatch done) {
    stop();
    try {
      boolean inTime = done.await(FINISHING_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        System.err.println("Records that were on their way may not have been written.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends something, without a checked exception. */
  @FunctionalInterface
  public interface Closing extends AutoCloseable {
    @Override
    void close();
  }
}
