package io.confluent.ksql.engine.command;

import java.util.Objects;
import java.util.Optional;

/**
 * How far a command has come on this node.
 *
 * @param offset its place in the log
 * @param stage how far
 * @param message a sentence for people
 * @param queryId the query that it started, if it started one
 * @param failure why it failed, if it did
 */
public record CommandState(
    long offset,
    Stage stage,
    String message,
    Optional<String> queryId,
    Optional<RuntimeException> failure) {
  public CommandState {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(queryId, "queryId");
    Objects.requireNonNull(failure, "failure");
  }

  /** Stages of a command. */
  public enum Stage {
    /** In the log, not carried out here yet. */
    QUEUED,
    /** Carried out. */
    SUCCESS,
    /** In the catalog, but what it wants of the world outside failed. */
    ERROR
  }
}
