package io.confluent.ksql.rest.wire;

/**
 * The answer of {@code POST /heartbeat} and {@code POST /lag}.
 *
 * @param ok whether it was taken
 */
public record Acknowledged(boolean ok) {}
