package io.confluent.ksql.mqtt.server;

/**
 * A PUBLISH at QoS 0 or 1 without properties, on a topic that the client has published to before.
 *
 * @param packetId 0 at QoS 0
 */
record RepeatedPublish(String topic, int qos, int packetId, byte[] payload) {}
