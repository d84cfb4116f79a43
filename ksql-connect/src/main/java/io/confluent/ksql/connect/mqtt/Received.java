package io.confluent.ksql.connect.mqtt;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/** A record that knows the message it was, so that the broker can be told of its delivery. */
final class Received extends SourceRecord {
  private final transient Mqtt3Publish message;

  /** MQTT has no offsets: what was not acknowledged, the broker sends again. */
  Received(Mqtt3Publish message, String kafkaTopic) {
    super(
        Map.of(),
        Map.of(),
        kafkaTopic,
        null,
        Schema.STRING_SCHEMA,
        message.getTopic().toString(),
        Schema.BYTES_SCHEMA,
        message.getPayloadAsBytes(),
        System.currentTimeMillis());
    this.message = message;
  }

  void acknowledge() {
    message.acknowledge();
  }
}
