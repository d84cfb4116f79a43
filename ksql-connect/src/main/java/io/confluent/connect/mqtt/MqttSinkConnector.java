package io.confluent.connect.mqtt;

/**
 * The name by which existing configurations call {@link
 * io.confluent.ksql.connect.mqtt.MqttSinkConnector}.
 */
public final class MqttSinkConnector extends io.confluent.ksql.connect.mqtt.MqttSinkConnector {}
