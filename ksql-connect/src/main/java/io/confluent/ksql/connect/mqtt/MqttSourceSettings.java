package io.confluent.ksql.connect.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** Settings of the MQTT source. */
final class MqttSourceSettings extends MqttSettings {
  static final String TOPICS = "mqtt.topics";
  static final String KAFKA_TOPIC = "kafka.topic";
  static final String BUFFER = "mqtt.buffered.messages";

  MqttSourceSettings(Map<String, String> given) {
    super(definition(), given);
    if (getList(TOPICS).isEmpty()) {
      throw new ConfigException(TOPICS, "", "There must be one.");
    }
    for (String filter : getList(TOPICS)) {
      try {
        MqttTopicFilter.of(filter);
      } catch (IllegalArgumentException e) {
        throw new ConfigException(TOPICS, filter, e.getMessage());
      }
    }
  }

  static ConfigDef definition() {
    return connection(1)
        .define(
            TOPICS,
            Type.LIST,
            Importance.HIGH,
            "Topics of the broker to subscribe to; + and # stand for any part.")
        .define(KAFKA_TOPIC, Type.STRING, "mqtt", Importance.HIGH, "The topic of the records.")
        .define(
            CLEAN,
            Type.BOOLEAN,
            false,
            Importance.MEDIUM,
            "false: the broker keeps messages while the connector is away.")
        .define(
            BUFFER,
            Type.INT,
            10_000,
            Range.atLeast(1),
            Importance.LOW,
            "How many messages may wait to be written to Kafka.");
  }
}
