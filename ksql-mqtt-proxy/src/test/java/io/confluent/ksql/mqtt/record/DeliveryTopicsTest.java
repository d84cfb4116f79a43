package io.confluent.ksql.mqtt.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeliveryTopicsTest {
  private static final DeliveryTopics TOPICS =
      DeliveryTopics.of(
          TopicRoutes.of("temperature:.*temperature"), List.of("ALERTS:alerts/${key}/now"));

  @Test
  void keyIsTheTopicIfItLeadsHere() {
    assertThat(TOPICS.topicOf(record("temperature", "a/temperature"))).contains("a/temperature");
    assertThat(TOPICS.topicOf(record("temperature", "a/speed"))).isEmpty();
    assertThat(TOPICS.topicOf(record("temperature", null))).isEmpty();
  }

  @Test
  void headerIsTheTopicWhereTheKeyIsAnother() {
    ConsumerRecord<byte[], byte[]> record = record("temperature", "device 7");
    record.headers().add("mqtt.topic", "b/temperature".getBytes(UTF_8));

    assertThat(TOPICS.topicOf(record)).contains("b/temperature");
    assertThat(DeliveryTopics.delivery("b/temperature", record).headers()).isEmpty();
  }

  @Test
  void givenTopicsHoldTheKey() {
    assertThat(TOPICS.topicOf(record("ALERTS", "7"))).contains("alerts/7/now");
    assertThat(TOPICS.topicOf(record("ALERTS", null))).contains("alerts//now");
    assertThat(TOPICS.topicOf(record("ALERTS", "#"))).contains("ALERTS");
  }

  @Test
  void findsTheKafkaTopicsOfAFilter() {
    assertThat(TOPICS.askedBy("a/temperature")).containsExactly("temperature");
    assertThat(TOPICS.askedBy("temperature")).containsExactly("temperature");
    assertThat(TOPICS.askedBy("alerts/7/now")).containsExactly("ALERTS");
    assertThat(TOPICS.askedBy("alerts/#")).containsExactly("temperature", "ALERTS");
    assertThat(TOPICS.askedBy("a/speed")).isEmpty();
  }

  @Test
  void headersGoAlong() {
    ConsumerRecord<byte[], byte[]> record = record("temperature", null);
    record.headers().add("unit", "C".getBytes(UTF_8)).add("none", null);

    Delivery delivery = DeliveryTopics.delivery("x", record);
    assertThat(delivery.headers()).extracting(Map.Entry::getKey).containsExactly("unit");
    assertThat(delivery.payload()).isEmpty();
    assertThat(delivery.expiry()).isEqualTo(Instant.MAX);
  }

  @Test
  void expiryCountsFromTheTimeOfTheRecord() {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            "temperature",
            0,
            0,
            5_000,
            TimestampType.CREATE_TIME,
            0,
            0,
            null,
            new byte[0],
            new RecordHeaders(),
            Optional.empty());
    record.headers().add("mqtt.message.expiry", "7".getBytes(UTF_8));

    Delivery delivery = DeliveryTopics.delivery("x", record);
    assertThat(delivery.isExpired(Instant.ofEpochMilli(12_000))).isFalse();
    assertThat(delivery.isExpired(Instant.ofEpochMilli(12_001))).isTrue();

    record.headers().add("mqtt.message.expiry", "soon".getBytes(UTF_8));
    assertThat(DeliveryTopics.delivery("x", record).expiry()).isEqualTo(Instant.MAX);
  }

  @Test
  void topicsThatNoPacketHoldsAreNone() {
    assertThat(TOPICS.topicOf(record("temperature", "x".repeat(0xFFFF) + "temperature"))).isEmpty();
  }

  @Test
  void saysWhatIsNoTopic() {
    TopicRoutes routes = TopicRoutes.of("t:t");
    assertThatThrownBy(() -> DeliveryTopics.of(routes, List.of("ALERTS")))
        .hasMessageContaining("ALERTS");
    assertThatThrownBy(() -> DeliveryTopics.of(routes, List.of("ALERTS:a/#")))
        .hasMessageContaining("a/#");
  }

  /** A tombstone, as far as its value goes. */
  private static ConsumerRecord<byte[], byte[]> record(String topic, String key) {
    return new ConsumerRecord<>(topic, 0, 0, key == null ? null : key.getBytes(UTF_8), null);
  }
}
