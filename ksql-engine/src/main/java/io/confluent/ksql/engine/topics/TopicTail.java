package io.confluent.ksql.engine.topics;

import java.time.Duration;
import java.util.List;

/** Reads all partitions of a topic as they grow. For one thread at a time. */
public interface TopicTail extends AutoCloseable {
  /**
   * The next records.
   *
   * @param wait how long to wait for one
   * @return possibly none
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code KAFKA} if they cannot be read
   */
  List<IncomingRecord> poll(Duration wait);

  @Override
  void close();

  /** Where to begin. */
  enum Start {
    BEGINNING,
    END
  }

  /** Opens tails; may be shared between threads. */
  @FunctionalInterface
  interface Opener {
    /** A tail of a topic that exists. */
    TopicTail open(String topic, Start start);
  }
}
