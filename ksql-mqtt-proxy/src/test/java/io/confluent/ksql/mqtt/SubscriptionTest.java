package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What subscribers receive. */
class SubscriptionTest {
  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void deliversWhatOthersPublish(MqttVersion version) throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(version)) {
      client.subscribe("car/+/temperature", 1);
      assertThat(client.answer()).isEqualTo("SUBACK 9");

      client.publish("bike/temperature", "0", 0, 0);
      client.publish("car/a/temperature", "1", 0, 0);

      assertThat(client.answer()).isEqualTo("PUBLISH car/a/temperature 1 qos 1");
    }
  }

  @Test
  void recordsWithoutATopicAreForWhoAsksForTheirKafkaTopic() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      client.subscribe("car/a/temperature", 0);
      assertThat(client.answer()).isEqualTo("SUBACK 9");

      proxy.kafka.write(new ProducerRecord<>("temperature", "alert".getBytes(UTF_8)));

      assertThat(client.answer()).isEqualTo("PUBLISH car/a/temperature alert qos 0");
    }
  }

  @Test
  void deliversFurtherTopicsByTheirKey() throws Exception {
    try (TestProxy proxy =
            TestProxy.start(Map.of("ksql.mqtt.subscribe.topics", "ALERTS:alerts/${key}"));
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      client.subscribe("alerts/7", 0);
      assertThat(client.answer()).isEqualTo("SUBACK 9");

      for (String key : new String[] {"6", "7"}) {
        proxy.kafka.write(new ProducerRecord<>("ALERTS", key.getBytes(UTF_8), key.getBytes(UTF_8)));
      }

      assertThat(client.answer()).isEqualTo("PUBLISH alerts/7 7 qos 0");
      // Devices do not write there.
      client.publish("alerts/7", "x", 1, 3);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void overlappingFiltersDeliverOnce() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      client.subscribe("a/temperature", 0);
      client.answer();
      client.subscribe("#", 1);
      client.answer();

      client.publish("a/temperature", "1", 0, 0);
      assertThat(client.answer()).isEqualTo("PUBLISH a/temperature 1 qos 1");
      assertThat(client.isSilent()).isTrue();
    }
  }

  @Test
  void refusesWhatCanHaveNoRecords() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient five = proxy.connect().hello(MqttVersion.MQTT_5)) {
      assertThat(code(five, "nowhere")).isEqualTo(0x8F);
      assertThat(code(five, "a#")).isEqualTo(0x8F);
      assertThat(code(five, "$share/g/temperature")).isEqualTo(0x9E);
      assertThat(code(five, "temperature")).isEqualTo(1);
    }
    try (TestProxy proxy = TestProxy.start();
        RawClient three = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      assertThat(code(three, "nowhere")).isEqualTo(0x80);
    }
  }

  private static int code(RawClient client, String filter) throws Exception {
    client.subscribe(filter, 1);
    return ((MqttSubAckMessage) client.receive()).payload().reasonCodes().get(0);
  }

  @Test
  void sessionsHaveWhatCameWhileTheirClientWasAway() throws Exception {
    try (TestProxy proxy = TestProxy.start()) {
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.cleanSession(false));
        client.subscribe("temperature", 2);
        client.answer();
        client.publish("temperature", "1", 0, 0);
        assertThat(client.answer()).isEqualTo("PUBLISH temperature 1 qos 2");
        client.disconnect();
        assertThat(client.isClosed()).isTrue();
      }
      await().until(() -> proxy.proxy.counts().connections() == 0);
      proxy.kafka.write(new ProducerRecord<>("temperature", "2".getBytes(UTF_8)));
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.cleanSession(false));

        assertThat(client.answer()).isEqualTo("PUBLISH temperature 1 qos 2 again");
        assertThat(client.answer()).isEqualTo("PUBLISH temperature 2 qos 2");
        client.reply(MqttMessageType.PUBREC, 1);
        assertThat(client.answer()).isEqualTo("PUBREL 1");
      }
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.cleanSession(false));

        assertThat(client.answer()).isEqualTo("PUBREL 1");
        assertThat(client.answer()).isEqualTo("PUBLISH temperature 2 qos 2 again");
        client.reply(MqttMessageType.PUBCOMP, 1);
      }
    }
  }

  @Test
  void keepsNoMoreThanItMay() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.subscribe.queue.messages", "2"))) {
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.cleanSession(false));
        client.subscribe("temperature", 1);
        client.answer();
      }
      await().until(() -> proxy.proxy.counts().connections() == 0);
      for (int i = 0; i < 5; i++) {
        proxy.kafka.write(new ProducerRecord<>("temperature", ("" + i).getBytes(UTF_8)));
      }
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.cleanSession(false));

        assertThat(client.answer()).isEqualTo("PUBLISH temperature 0 qos 1");
        assertThat(client.answer()).isEqualTo("PUBLISH temperature 1 qos 1");
        assertThat(client.isSilent()).isTrue();
        assertThat(proxy.proxy.counts().lost()).isEqualTo(3);
      }
    }
  }

  @Test
  void aSecondConnectionTakesTheSessionOver() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient first = proxy.connect().hello(MqttVersion.MQTT_5);
        RawClient second = proxy.connect().hello(MqttVersion.MQTT_5)) {
      assertThat(first.answer()).isEqualTo("DISCONNECT 0x8E");
      assertThat(first.isClosed()).isTrue();

      second.publish("temperature", "1", 1, 1);
      assertThat(second.answer()).isEqualTo("PUBACK 1");
    }
  }
}
