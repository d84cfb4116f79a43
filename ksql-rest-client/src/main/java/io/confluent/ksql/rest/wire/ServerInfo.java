package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * What a server is.
 *
 * @param version its version
 * @param kafkaClusterId id of the Kafka cluster; empty if an old server does not say
 * @param ksqlServiceId which servers it belongs to; empty if an old server does not say
 * @param serverStatus {@code RUNNING}, {@code DEGRADED} or {@code ERROR}; absent if an old server
 *     does not say
 */
public record ServerInfo(
    String version,
    String kafkaClusterId,
    String ksqlServiceId,
    @JsonInclude(Include.NON_ABSENT) Optional<String> serverStatus) {
  public ServerInfo {
    version = Copies.text(version);
    kafkaClusterId = Copies.text(kafkaClusterId);
    ksqlServiceId = Copies.text(ksqlServiceId);
  }

  /**
   * The answer of {@code GET /info}.
   *
   * @param server the server
   */
  public record Body(@JsonProperty("KsqlServerInfo") ServerInfo server) {}
}
