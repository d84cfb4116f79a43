package io.confluent.ksql.rest.wire;

/**
 * The body of {@code POST /heartbeat}.
 *
 * @param hostInfo the sender, as {@code host:port}
 * @param timestamp when it was sent, ms since the epoch
 */
public record HeartbeatRequest(String hostInfo, long timestamp) {}
