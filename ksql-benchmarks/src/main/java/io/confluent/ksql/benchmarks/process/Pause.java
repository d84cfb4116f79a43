package io.confluent.ksql.benchmarks.process;

/** Waits between two looks at a process. */
public final class Pause {
  private Pause() {}

  /**
   * Waits for so long.
   *
   * @throws IllegalStateException if the thread is interrupted, which it stays
   */
  public static void millis(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
