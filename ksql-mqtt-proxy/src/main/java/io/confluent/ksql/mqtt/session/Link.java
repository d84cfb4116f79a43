package io.confluent.ksql.mqtt.session;

/** The connection of a session, as others see it. Its methods return at once, on any thread. */
public interface Link {
  /** There is something to send. */
  void wake();

  /** Another connection of the same client has come. */
  void displace();
}
