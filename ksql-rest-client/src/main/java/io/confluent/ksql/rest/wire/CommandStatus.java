package io.confluent.ksql.rest.wire;

import java.util.Optional;

/**
 * How far a command has come; also the answer of {@code GET /status/...}.
 *
 * @param status where it stands
 * @param message a sentence for people
 * @param queryId the query that it started or concerns, written as null if there is none
 */
public record CommandStatus(Status status, String message, Optional<String> queryId) {
  /** Where a command stands. */
  public enum Status {
    /** In the log. */
    QUEUED,
    /** Being read. */
    PARSING,
    /** Being carried out. */
    EXECUTING,
    /** A query that runs. */
    RUNNING,
    /** A query that was stopped. */
    TERMINATED,
    /** Carried out. */
    SUCCESS,
    /** It failed. */
    ERROR
  }
}
