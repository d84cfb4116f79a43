package io.confluent.ksql.engine.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;

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

  /** The offset of the next record of each partition. */
  Map<Integer, Long> positions();

  @Override
  void close();

  /**
   * Where to begin.
   *
   * @param kind in what way that is said
   * @param offsets by partition; others begin with their first record
   */
  record Start(Kind kind, Map<Integer, Long> offsets) {
    /** With the first record. */
    public static final Start BEGINNING = new Start(Kind.BEGINNING, Map.of());

    /** With what comes. */
    public static final Start END = new Start(Kind.END, Map.of());

    public Start {
      offsets = Map.copyOf(offsets);
    }

    /** With the records of those offsets. */
    public static Start at(Map<Integer, Long> offsets) {
      return new Start(Kind.OFFSETS, offsets);
    }

    /** Ways to say where to begin. */
    public enum Kind {
      BEGINNING,
      END,
      OFFSETS
    }
  }

  /** Opens tails; may be shared between threads. */
  @FunctionalInterface
  interface Opener {
    /**
     * A tail of a topic that exists.
     *
     * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot be read, or an offset
     *     is not there
     */
    TopicTail open(String topic, Start start);
  }
}
