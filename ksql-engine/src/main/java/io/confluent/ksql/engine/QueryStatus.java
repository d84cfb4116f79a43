package io.confluent.ksql.engine;

import java.util.List;
import java.util.Objects;

/**
 * How a query is doing on this node.
 *
 * @param state RUNNING, PAUSED, ERROR, ...
 * @param errors its last errors, the oldest first
 * @param topology its topology, for people
 * @param applicationId its application id, which is also its consumer group
 * @param rowsIn records read since it started here
 * @param rowsOut records written since it started here
 * @param rowErrors records that failed since it started here
 * @param rowWarnings records that a function warned of since it started here
 * @param skipped records that lay before the place where it began to read; 0 unless it began here
 *     and reads only what comes later
 */
public record QueryStatus(
    String state,
    List<Failure> errors,
    String topology,
    String applicationId,
    long rowsIn,
    long rowsOut,
    long rowErrors,
    long rowWarnings,
    long skipped) {
  public QueryStatus {
    Objects.requireNonNull(state, "state");
    errors = List.copyOf(errors);
    Objects.requireNonNull(topology, "topology");
    Objects.requireNonNull(applicationId, "applicationId");
  }

  /**
   * An error that a query met.
   *
   * @param timestamp when, ms since the epoch
   * @param message what
   * @param type whose fault: USER, SYSTEM or UNKNOWN
   */
  public record Failure(long timestamp, String message, String type) {}
}
