package io.confluent.ksql.mqtt.session;

import io.confluent.ksql.mqtt.record.Delivery;

/**
 * A message to a client.
 *
 * @param packetId 0 at QoS 0
 * @param stage what is sent next
 */
public record Outbound(Delivery delivery, int qos, int packetId, Stage stage) {
  /** How far a message has come. */
  public enum Stage {
    /** It is sent for the first time. */
    FIRST,
    /** It is sent again. */
    AGAIN,
    /** The client has it, and is told that this is known. */
    RELEASE
  }

  Outbound at(Stage newStage) {
    return new Outbound(delivery, qos, packetId, newStage);
  }
}
