package io.confluent.ksql.engine.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What went wrong with a record.
 *
 * @param type kind of error
 * @param queryId the query
 * @param step id of the plan's step
 * @param message what happened, a sentence
 * @param causes messages of the exceptions behind it, outermost first
 * @param place the record read last, which is the one that failed; empty outside of records
 * @param column the column that became NULL, if only that failed
 * @param raw the bytes that could not be decoded
 */
public record ProcessingError(
    Type type,
    String queryId,
    String step,
    String message,
    List<String> causes,
    Optional<RecordPlace> place,
    Optional<String> column,
    Optional<byte[]> raw) {
  public ProcessingError {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(queryId, "queryId");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(message, "message");
    causes = List.copyOf(causes);
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(raw, "raw");
  }

  /** Kinds of errors; the number stands in the log. */
  public enum Type {
    /** Bytes are not what the columns say. */
    DESERIALIZATION(0),
    /** An expression or a function failed, or a row could not be used. */
    RECORD_PROCESSING(1),
    /** A record that was used is not as it should be. */
    RECORD_WARNING(1),
    /** Kafka did not take a record. */
    PRODUCTION(2),
    /** A format cannot hold a row. */
    SERIALIZATION(3),
    /** A thread of the query ended. */
    STREAMS_THREAD(4);

    private final int number;

    Type(int number) {
      this.number = number;
    }

    /** The level in the log. */
    public String level() {
      return this == RECORD_WARNING ? "WARN" : "ERROR";
    }

    /** The number in the log. */
    public int number() {
      return number;
    }
  }

  /** Messages of an exception and what caused it, outermost first; few, since causes may circle. */
  public static List<String> causesOf(Throwable error) {
    List<String> causes = new ArrayList<>();
    for (Throwable t = error; t != null && causes.size() < 10; t = t.getCause()) {
      causes.add(t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage());
    }
    return causes;
  }
}
