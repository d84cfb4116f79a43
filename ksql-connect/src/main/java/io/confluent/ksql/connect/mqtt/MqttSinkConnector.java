package io.confluent.ksql.connect.mqtt;

import io.confluent.ksql.connect.record.SettledSinkConnector;

/** Publishes records to an MQTT broker. */
public class MqttSinkConnector extends SettledSinkConnector {
  /** Made by a worker. */
  public MqttSinkConnector() {
    super(
        MqttSinkSettings.definition(),
        "mqtt.server.uri",
        MqttSinkSettings::new,
        MqttSinkTask.class);
  }
}
