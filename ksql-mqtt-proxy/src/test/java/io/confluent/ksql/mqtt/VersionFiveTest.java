package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscribePayload;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What only version 5 has: each part is there, or refused as CONNACK says it. */
class VersionFiveTest {
  @Test
  void saysWhatItHas() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.client.inflight.max", "70"));
        RawClient client = proxy.connect()) {
      MqttConnAckMessage answer = client.hello(MqttVersion.MQTT_5, connect -> connect);

      MqttProperties said = answer.variableHeader().properties();
      assertThat(number(said, MqttProperties.RECEIVE_MAXIMUM)).isEqualTo(70);
      assertThat(number(said, MqttProperties.TOPIC_ALIAS_MAXIMUM)).isEqualTo(16);
      assertThat(number(said, MqttProperties.MAXIMUM_PACKET_SIZE)).isPositive();
      assertThat(number(said, MqttProperties.RETAIN_AVAILABLE)).isZero();
      assertThat(number(said, MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE)).isZero();
      assertThat(number(said, MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE)).isZero();
    }
  }

  @Test
  void timesFitIntoTheirBytes() throws Exception {
    MqttProperties longest = new MqttProperties();
    longest.add(new MqttProperties.IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, -1));
    Map<String, String> settings =
        Map.of(
            "ksql.mqtt.session.expiry.max.ms", "9000000000000000",
            "ksql.mqtt.keepalive.max.ms", "100000000");
    try (TestProxy proxy = TestProxy.start(settings)) {
      try (RawClient client = proxy.connect()) {
        MqttProperties said =
            client
                .hello(MqttVersion.MQTT_5, connect -> connect.keepAlive(0).properties(longest))
                .variableHeader()
                .properties();
        assertThat(number(said, MqttProperties.SESSION_EXPIRY_INTERVAL)).isEqualTo(-1);
        assertThat(number(said, MqttProperties.SERVER_KEEP_ALIVE)).isEqualTo(0xFFFF);
      }
      await().until(() -> proxy.proxy.counts().connections() == 0);
      try (RawClient client = proxy.connect()) {
        MqttConnAckMessage answer =
            client.hello(MqttVersion.MQTT_5, connect -> connect.cleanSession(false));
        assertThat(answer.variableHeader().isSessionPresent()).isTrue();
      }
    }
  }

  private static int number(MqttProperties properties, int id) {
    return ((MqttProperties.IntegerProperty) properties.getProperty(id)).value();
  }

  @Test
  void refusesRetainedMessagesWhichOlderVersionsMaySend() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient five = proxy.connect().hello(MqttVersion.MQTT_5);
        RawClient three = proxy.connect()) {
      three.hello(MqttVersion.MQTT_3_1_1, connect -> connect.clientId("three"));
      three.send(retained("1"));
      assertThat(three.answer()).isEqualTo("PUBACK 1");

      five.send(retained("2"));
      assertThat(five.answer()).isEqualTo("DISCONNECT 0x9A");
      assertThat(proxy.values()).containsExactly("1");
    }
  }

  private static MqttPublishMessage retained(String payload) {
    return new MqttPublishMessage(
        new MqttFixedHeader(MqttMessageType.PUBLISH, false, MqttQoS.AT_LEAST_ONCE, true, 0),
        new MqttPublishVariableHeader("temperature", 1, MqttProperties.NO_PROPERTIES),
        Unpooled.copiedBuffer(payload, UTF_8));
  }

  @Test
  void refusesSubscriptionsOfKindsThatItDoesNotHave() throws Exception {
    MqttProperties numbered = new MqttProperties();
    numbered.add(new MqttProperties.IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER, 3));
    MqttSubscriptionOption plain = MqttSubscriptionOption.onlyFromQos(MqttQoS.AT_LEAST_ONCE);
    MqttSubscriptionOption notOwn =
        new MqttSubscriptionOption(
            MqttQoS.AT_LEAST_ONCE,
            true,
            false,
            MqttSubscriptionOption.RetainedHandlingPolicy.SEND_AT_SUBSCRIBE);
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_5)) {
      assertThat(code(client, "temperature", plain, numbered)).isEqualTo(0xA1);
      assertThat(code(client, "temperature", notOwn, MqttProperties.NO_PROPERTIES)).isEqualTo(0x83);
      assertThat(code(client, "$share/g/temperature", plain, MqttProperties.NO_PROPERTIES))
          .isEqualTo(0x9E);
      assertThat(proxy.kafka.isWatched()).isFalse();
    }
  }

  private static int code(
      RawClient client, String filter, MqttSubscriptionOption option, MqttProperties properties)
      throws Exception {
    client.send(
        new MqttSubscribeMessage(
            new MqttFixedHeader(MqttMessageType.SUBSCRIBE, false, MqttQoS.AT_LEAST_ONCE, false, 0),
            new MqttMessageIdAndPropertiesVariableHeader(9, properties),
            new MqttSubscribePayload(List.of(new MqttTopicSubscription(filter, option)))));
    return ((MqttSubAckMessage) client.receive()).payload().reasonCodes().get(0);
  }

  @Test
  void refusesEnhancedAuthentication() throws Exception {
    MqttProperties method = new MqttProperties();
    method.add(
        new MqttProperties.StringProperty(MqttProperties.AUTHENTICATION_METHOD, "SCRAM-SHA-1"));
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect()) {
      MqttConnAckMessage answer =
          client.hello(MqttVersion.MQTT_5, connect -> connect.properties(method));

      assertThat(answer.variableHeader().connectReturnCode())
          .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void requestsReachWhoAnswers() throws Exception {
    MqttProperties request = new MqttProperties();
    request.add(new MqttProperties.StringProperty(MqttProperties.CONTENT_TYPE, "text/plain"));
    request.add(new MqttProperties.StringProperty(MqttProperties.RESPONSE_TOPIC, "any/answers"));
    request.add(
        new MqttProperties.BinaryProperty(MqttProperties.CORRELATION_DATA, new byte[] {-1}));
    request.add(new MqttProperties.IntegerProperty(MqttProperties.PAYLOAD_FORMAT_INDICATOR, 1));
    request.add(new MqttProperties.UserProperty("unit", "°C"));
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_5)) {
      client.subscribe("temperature", 1);
      client.answer();
      client.publish("temperature", "1", 0, 0, request);

      MqttPublishMessage received = (MqttPublishMessage) client.receive();
      MqttProperties properties = received.variableHeader().properties();
      assertThat(text(properties, MqttProperties.CONTENT_TYPE)).isEqualTo("text/plain");
      assertThat(text(properties, MqttProperties.RESPONSE_TOPIC)).isEqualTo("any/answers");
      assertThat(
              ((MqttProperties.BinaryProperty)
                      properties.getProperty(MqttProperties.CORRELATION_DATA))
                  .value())
          .containsExactly(-1);
      assertThat(number(properties, MqttProperties.PAYLOAD_FORMAT_INDICATOR)).isEqualTo(1);
      assertThat(properties.getProperties(MqttProperties.USER_PROPERTY)).hasSize(1);
    }
  }

  private static String text(MqttProperties properties, int id) {
    return ((MqttProperties.StringProperty) properties.getProperty(id)).value();
  }

  @Test
  void headersThatNoPacketHoldsAreLeftOut() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_5)) {
      client.subscribe("temperature", 0);
      client.answer();
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>("temperature", "1".getBytes(UTF_8));
      record
          .headers()
          .add("long", new byte[70_000])
          .add("raw", new byte[] {-1})
          .add("mqtt.response.topic", "a/#".getBytes(UTF_8))
          .add("unit", "C".getBytes(UTF_8));
      proxy.kafka.write(record);

      MqttPublishMessage received = (MqttPublishMessage) client.receive();
      MqttProperties properties = received.variableHeader().properties();
      assertThat(received.payload().toString(UTF_8)).isEqualTo("1");
      assertThat(properties.getProperty(MqttProperties.RESPONSE_TOPIC)).isNull();
      assertThat(properties.getProperties(MqttProperties.USER_PROPERTY))
          .extracting(property -> ((MqttProperties.UserProperty) property).value().key)
          .containsExactly("unit");
    }
  }

  @Test
  void messagesExpire() throws Exception {
    MqttProperties expiry = new MqttProperties();
    expiry.add(new MqttProperties.IntegerProperty(MqttProperties.PUBLICATION_EXPIRY_INTERVAL, 100));
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_5)) {
      client.subscribe("temperature", 1);
      client.answer();
      client.publish("temperature", "1", 0, 0, expiry);
      MqttPublishMessage received = (MqttPublishMessage) client.receive();
      assertThat(
              number(
                  received.variableHeader().properties(),
                  MqttProperties.PUBLICATION_EXPIRY_INTERVAL))
          .isBetween(1, 100);

      ProducerRecord<byte[], byte[]> old =
          new ProducerRecord<>("temperature", null, 1_000L, null, "old".getBytes(UTF_8));
      old.headers().add("mqtt.message.expiry", "100".getBytes(UTF_8));
      proxy.kafka.write(old);
      client.publish("temperature", "2", 0, 0);
      assertThat(client.answer()).isEqualTo("PUBLISH temperature 2 qos 1");
    }
  }

  @Test
  void clientsSayHowLongPacketsMayBe() throws Exception {
    MqttProperties most = new MqttProperties();
    most.add(new MqttProperties.IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, 200));
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect()) {
      client.hello(MqttVersion.MQTT_5, connect -> connect.properties(most));
      client.subscribe("temperature", 1);
      client.answer();
      // Type, length (2), length of the topic (2), topic (11), packet id (2), no properties (1).
      String longest = "x".repeat(200 - 1 - 2 - 2 - 11 - 2 - 1);
      client.publish("temperature", longest + "x", 0, 0);
      client.publish("temperature", longest, 0, 0);

      assertThat(client.answer()).isEqualTo("PUBLISH temperature " + longest + " qos 1");
      assertThat(client.isSilent()).isTrue();
    }
  }

  @Test
  void clientsSayHowManyMessagesTheyTake() throws Exception {
    MqttProperties one = new MqttProperties();
    one.add(new MqttProperties.IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, 1));
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect()) {
      client.hello(MqttVersion.MQTT_5, connect -> connect.properties(one));
      client.subscribe("temperature", 1);
      client.answer();
      client.publish("temperature", "1", 0, 0);
      client.publish("temperature", "2", 0, 0);

      assertThat(client.answer()).isEqualTo("PUBLISH temperature 1 qos 1");
      assertThat(client.isSilent()).isTrue();
      client.reply(MqttMessageType.PUBACK, 1);
      assertThat(client.answer()).isEqualTo("PUBLISH temperature 2 qos 1");
    }
  }

  @Test
  void closesOnMoreThanTheReceiveMaximum() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.client.inflight.max", "2"));
        RawClient five = proxy.connect().hello(MqttVersion.MQTT_5);
        RawClient three = proxy.connect()) {
      three.hello(MqttVersion.MQTT_3_1_1, connect -> connect.clientId("three"));
      for (int i = 1; i <= 3; i++) {
        three.publish("temperature", "" + i, 2, i);
        assertThat(three.answer()).isEqualTo("PUBREC " + i);
      }
      for (int i = 1; i <= 2; i++) {
        five.publish("temperature", "" + i, 2, i);
        assertThat(five.answer()).isEqualTo("PUBREC " + i);
      }
      // Once more the same is no more.
      five.publish("temperature", "2", 2, 2);
      assertThat(five.answer()).isEqualTo("PUBREC 2");
      five.reply(MqttMessageType.PUBREL, 1);
      assertThat(five.answer()).isEqualTo("PUBCOMP 1");
      five.publish("temperature", "3", 2, 3);
      assertThat(five.answer()).isEqualTo("PUBREC 3");

      five.publish("temperature", "4", 2, 4);
      assertThat(five.answer()).isEqualTo("DISCONNECT 0x93");
    }
  }

  @Test
  void aMessageNeedsATopic() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_5)) {
      client.publish("", "1", 1, 1);

      assertThat(client.answer()).isEqualTo("DISCONNECT 0x82");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void whatCannotBeReadIsSaidSo() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_5);
        RawClient twice = proxy.connect()) {
      // A PUBLISH at QoS 3.
      client.bytes(0x36, 2, 0, 0);
      assertThat(client.answer()).isEqualTo("DISCONNECT 0x81");

      twice.hello(MqttVersion.MQTT_5, connect -> connect.clientId("twice"));
      twice.send(
          MqttMessageBuilders.connect().protocolVersion(MqttVersion.MQTT_5).clientId("x").build());
      assertThat(twice.answer()).isEqualTo("DISCONNECT 0x82");
    }
  }
}
