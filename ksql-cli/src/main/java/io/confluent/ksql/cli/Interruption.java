package io.confluent.ksql.cli;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets Ctrl-C, which arrives in a thread of its own, stop what the session's thread is doing: a
 * request that waits is interrupted, an answer that is being read is closed.
 */
final class Interruption {
  private Work current;

  /** Something that can be interrupted, from now until it is closed. */
  final class Work implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private Optional<Runnable> stop = Optional.empty();
    private boolean interrupted;

    private Work() {}

    /** Has an interruption from now on run this instead of interrupting the thread. */
    void stopBy(Runnable action) {
      synchronized (Interruption.this) {
        stop = Optional.of(action);
        if (interrupted) {
          action.run();
        }
      }
    }

    /** Waits for something, in this thread. */
    <T> T await(Supplier<T> action) {
      return action.get();
    }

    @Override
    public void close() {
      synchronized (Interruption.this) {
        current = null;
        if (interrupted) {
          // A late interrupt must not meet the reading of the next line.
          Thread.interrupted();
        }
      }
    }
  }

  /** Begins something that can be interrupted, in this thread. */
  synchronized Work begin() {
    current = new Work();
    return current;
  }

  /** Stops what is being done, if anything is. */
  synchronized void interrupt() {
    if (current != null) {
      current.interrupted = true;
      current.stop.ifPresentOrElse(Runnable::run, current.thread::interrupt);
    }
  }
}
