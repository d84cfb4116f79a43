package io.confluent.ksql.rest.wire;

/**
 * The body of {@code POST /lag}.
 *
 * @param ksqlHost the sender, as {@code host:port}
 * @param hostStoreLags how far its stores are behind
 */
public record LagRequest(String ksqlHost, HostStoreLags hostStoreLags) {}
