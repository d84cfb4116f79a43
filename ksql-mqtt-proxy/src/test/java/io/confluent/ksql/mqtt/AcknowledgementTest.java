package io.confluent.ksql.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may take an answer for. */
class AcknowledgementTest {
  @Test
  void answersWhenItIsStoredAndNotBefore() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      proxy.kafka.hold();
      client.publish("temperature", "1", 1, 7);
      assertThat(client.isSilent()).isTrue();

      proxy.kafka.release(0);

      assertThat(client.answer()).isEqualTo("PUBACK 7");
      assertThat(proxy.values()).containsExactly("1");
    }
  }

  @Test
  void answersInTheOrderOfMessages() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      proxy.kafka.hold();
      client.publish("temperature", "1", 1, 7);
      client.publish("temperature", "2", 2, 8);
      client.publish("temperature", "3", 1, 9);
      await().until(() -> proxy.kafka.held() == 3);

      proxy.kafka.release(2);
      proxy.kafka.release(1);
      assertThat(client.isSilent()).isTrue();
      proxy.kafka.release(0);

      assertThat(client.answer()).isEqualTo("PUBACK 7");
      assertThat(client.answer()).isEqualTo("PUBREC 8");
      assertThat(client.answer()).isEqualTo("PUBACK 9");
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void storesOnceWhatIsSentTwiceAtQos2(MqttVersion version) throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(version)) {
      client.publish("temperature", "1", 2, 7);
      client.publish("temperature", "1", 2, 7);
      assertThat(client.answer()).isEqualTo("PUBREC 7");
      assertThat(client.answer()).isEqualTo("PUBREC 7");
      client.reply(MqttMessageType.PUBREL, 7);
      assertThat(client.answer()).isEqualTo("PUBCOMP 7");
      assertThat(proxy.values()).containsExactly("1");

      client.publish("temperature", "2", 2, 7);
      assertThat(client.answer()).isEqualTo("PUBREC 7");
      assertThat(proxy.values()).containsExactly("1", "2");
    }
  }

  @Test
  void storesOnceWhatIsSentAgainOverANewConnection() throws Exception {
    try (TestProxy proxy = TestProxy.start()) {
      proxy.kafka.hold();
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.cleanSession(false));
        client.publish("temperature", "1", 2, 7);
        await().until(() -> proxy.kafka.held() == 1);
      }
      try (RawClient client = proxy.connect()) {
        var answer = client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.cleanSession(false));
        assertThat(answer.variableHeader().isSessionPresent()).isTrue();
        client.publish("temperature", "1", 2, 7);
        assertThat(client.isSilent()).isTrue();

        proxy.kafka.release(0);

        assertThat(client.answer()).isEqualTo("PUBREC 7");
        assertThat(proxy.values()).containsExactly("1");
      }
    }
  }

  @Test
  void forgetsACleanSession() throws Exception {
    try (TestProxy proxy = TestProxy.start()) {
      for (int i = 0; i < 2; i++) {
        try (RawClient client = proxy.connect()) {
          var answer = client.hello(MqttVersion.MQTT_3_1_1, connect -> connect);
          assertThat(answer.variableHeader().isSessionPresent()).isFalse();
          client.publish("temperature", "1", 2, 7);
          assertThat(client.answer()).isEqualTo("PUBREC 7");
        }
      }
      assertThat(proxy.values()).containsExactly("1", "1");
    }
  }

  @Test
  void forgetsASessionThatHasExpired() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.session.expiry.max.ms", "1000"))) {
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.cleanSession(false));
        client.subscribe("temperature", 1);
        assertThat(client.answer()).isEqualTo("SUBACK 9");
      }
      await().until(() -> !proxy.kafka.isWatched());
      try (RawClient client = proxy.connect()) {
        var answer = client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.cleanSession(false));
        assertThat(answer.variableHeader().isSessionPresent()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void saysWhyItIsNotStored(int qos) throws Exception {
    String type = qos == 1 ? "PUBACK" : "PUBREC";
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_5)) {
      client.publish("nowhere", "1", qos, 7);
      assertThat(client.answer()).isEqualTo(type + " 7 0x90");

      proxy.kafka.fail(new IllegalStateException("away"));
      client.publish("temperature", "1", qos, 8);
      assertThat(client.answer()).isEqualTo(type + " 8 0x83");

      proxy.kafka.works();
      client.publish("temperature", "1", qos, 8);
      assertThat(client.answer()).isEqualTo(type + " 8");
      assertThat(proxy.values()).containsExactly("1");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void closesWhereNoReasonCanBeGiven(int qos) throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      client.publish("temperature", "1", 1, 6);
      client.publish("nowhere", "1", qos, 7);

      assertThat(client.answer()).isEqualTo("PUBACK 6");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void answersWhatComesTogetherWithTheBeginning() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect()) {
      // CONNECT of the client "d", PINGREQ, PUBREL of a message that is not there.
      client.bytes(
          0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 1, 'd', 0xC0, 0, 0x62, 2, 0, 7);

      assertThat(client.answer()).isEqualTo("CONNACK");
      assertThat(client.answer()).isEqualTo("PINGRESP");
      assertThat(client.answer()).isEqualTo("PUBCOMP 7");
    }
  }

  @Test
  void dropsWhatNeedsNoAnswer() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      client.publish("nowhere", "1", 0, 0);
      client.publish("temperature", "2", 1, 7);

      assertThat(client.answer()).isEqualTo("PUBACK 7");
      assertThat(proxy.values()).containsExactly("2");
      assertThat(proxy.proxy.counts().refused()).isEqualTo(1);
    }
  }

  @Test
  void topicsHaveNumbers() throws Exception {
    MqttProperties alias = new MqttProperties();
    alias.add(new MqttProperties.IntegerProperty(MqttProperties.TOPIC_ALIAS, 3));
    MqttProperties unknown = new MqttProperties();
    unknown.add(new MqttProperties.IntegerProperty(MqttProperties.TOPIC_ALIAS, 4));
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_5)) {
      client.publish("temperature", "1", 1, 7, alias);
      client.publish("", "2", 1, 8, alias);
      assertThat(client.answer()).isEqualTo("PUBACK 7");
      assertThat(client.answer()).isEqualTo("PUBACK 8");
      assertThat(proxy.values()).containsExactly("1", "2");

      client.publish("", "3", 1, 9, unknown);
      assertThat(client.answer()).isEqualTo("DISCONNECT 0x94");
      assertThat(client.isClosed()).isTrue();
    }
  }
}
