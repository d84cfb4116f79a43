package io.confluent.ksql.connect.mqtt;

import io.confluent.ksql.connect.record.DeadLetters;
import io.confluent.ksql.connect.record.RetrySettings;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Settings of the MQTT sink. */
final class MqttSinkSettings extends MqttSettings {
  static final String TOPIC = "mqtt.topic";
  static final String RETAINED = "mqtt.retained.enabled";
  static final String TIMEOUT = "mqtt.publish.timeout.ms";
  static final String REFUSED = "behavior.on.error";

  MqttSinkSettings(Map<String, String> given) {
    super(definition(), given);
  }

  static ConfigDef definition() {
    ConfigDef settings =
        connection(1)
            .define(
                TOPIC,
                Type.STRING,
                "${topic}",
                Importance.MEDIUM,
                "The topic of the messages; ${topic} and ${key} are those of the record.")
            .define(
                RETAINED,
                Type.BOOLEAN,
                false,
                Importance.MEDIUM,
                "Whether the broker keeps the last message of a topic for who comes later.")
            .define(
                CLEAN,
                Type.BOOLEAN,
                true,
                Importance.LOW,
                "Taken and not looked at: what was not delivered is in Kafka.")
            .define(
                TIMEOUT,
                Type.LONG,
                30_000L,
                Range.atLeast(1),
                Importance.LOW,
                "How long the broker may take to confirm a batch before it is waited for anew.");
    return DeadLetters.define(RetrySettings.define(settings), REFUSED);
  }
}
