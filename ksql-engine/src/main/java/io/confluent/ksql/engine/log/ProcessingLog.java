package io.confluent.ksql.engine.log;

/** Takes errors of records. Never blocks, never fails; may be used by any number of threads. */
@FunctionalInterface
public interface ProcessingLog {
  /** Writes an error down, or drops it if the log cannot keep up. */
  void write(ProcessingError error);

  /** A log that keeps nothing. */
  static ProcessingLog none() {
    return error -> {};
  }
}
