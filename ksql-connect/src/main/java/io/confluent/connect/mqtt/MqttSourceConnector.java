package io.confluent.connect.mqtt;

/**
 * The name by which existing configurations call {@link
 * io.confluent.ksql.connect.mqtt.MqttSourceConnector}.
 */
public final class MqttSourceConnector extends io.confluent.ksql.connect.mqtt.MqttSourceConnector {}
