package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code GET /healthcheck}.
 *
 * @param healthy whether everything is well
 * @param details the same for each part: {@code metastore}, {@code kafka}, {@code commandRunner}
 * @param serverState INITIALIZING, READY, TERMINATING or TERMINATED; absent if an old server does
 *     not say
 */
public record HealthCheck(
    @JsonProperty("isHealthy") boolean healthy,
    Map<String, Part> details,
    @JsonInclude(Include.NON_ABSENT) Optional<String> serverState) {
  public HealthCheck {
    details = Copies.of(details);
  }

  /** The same of a server in that state. */
  public HealthCheck inState(String state) {
    return new HealthCheck(healthy, details, Optional.of(state));
  }

  /**
   * The health of a part.
   *
   * @param healthy whether it is well
   */
  public record Part(@JsonProperty("isHealthy") boolean healthy) {}
}
