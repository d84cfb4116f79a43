package io.confluent.ksql.mqtt.server;

import java.time.Duration;

/**
 * What a client may ask of the server.
 *
 * @param packetBytes the longest packet
 * @param connections how many clients may be connected
 * @param inFlight how many messages of a client may be on their way to Kafka before nothing more is
 *     read from it; and how many may be on their way to the client
 * @param publishesPerSecond how many messages of a client are read a second; 0 for any number
 * @param connectTimeout how long a client has to say who it is
 * @param keepAlive the longest silence that a client may ask for; none if 0
 * @param sessionExpiry how long the session of a client that is away is kept at most
 */
public record Limits(
    int packetBytes,
    int connections,
    int inFlight,
    int publishesPerSecond,
    Duration connectTimeout,
    Duration keepAlive,
    Duration sessionExpiry) {
  private static final int MAX_RECEIVE_MAXIMUM = 0xFFFF;

  /** Four bytes: 136 years. */
  private static final long MAX_EXPIRY_SECONDS = 0xFFFF_FFFFL;

  /** How long a session is kept that asks for this. */
  Duration sessionExpiry(long askedSeconds) {
    long most = Math.min(sessionExpiry.toSeconds(), MAX_EXPIRY_SECONDS);
    return Duration.ofSeconds(Math.min(askedSeconds, most));
  }

  /** How many messages clients of version 5 may send before they are answered (3.2.2.3.3). */
  int receiveMaximum() {
    return Math.min(inFlight, MAX_RECEIVE_MAXIMUM);
  }
}
