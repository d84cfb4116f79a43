package io.confluent.ksql.embedded;

/** Work that another thread can cut short, while what comes before and after it is left alone. */
final class Performance {
  private Thread performer;
  private boolean cutShort;

  /** What is done. */
  interface Work {
    void run() throws InterruptedException;
  }

  /**
   * Does the work on this thread.
   *
   * @throws InterruptedException if it is cut short, or was before it began
   */
  void run(Work work) throws InterruptedException {
    begin();
    try {
      work.run();
    } finally {
      end();
    }
  }

  private synchronized void begin() throws InterruptedException {
    if (cutShort) {
      throw new InterruptedException();
    }
    performer = Thread.currentThread();
  }

  /** Takes back an interruption, which would disturb what comes after the work. */
  private synchronized void end() {
    performer = null;
    if (cutShort) {
      Thread.interrupted();
    }
  }

  /** Ends the work soon, or keeps it from beginning. */
  synchronized void cutShort() {
    cutShort = true;
    if (performer != null) {
      performer.interrupt();
    }
  }
}
