package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageBuilders.ConnectBuilder;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client leaves for the time when it is gone. */
class WillTest {
  @Test
  void isPublishedWhenTheConnectionBreaks() throws Exception {
    try (TestProxy proxy = TestProxy.start()) {
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_3_1_1, connect -> will(connect, "temperature"));
      }
      await().until(() -> proxy.values().contains("gone"));
    }
  }

  @Test
  void isNotPublishedWhenTheClientTakesLeave() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect()) {
      client.hello(MqttVersion.MQTT_3_1_1, connect -> will(connect, "temperature"));
      client.disconnect();

      assertThat(client.isClosed()).isTrue();
      await().until(() -> proxy.proxy.counts().connections() == 0);
      assertThat(proxy.values()).isEmpty();
    }
  }

  @Test
  void isPublishedWhenTheServerEnds() throws Exception {
    TestProxy proxy = TestProxy.start();
    try (RawClient client = proxy.connect()) {
      client.hello(MqttVersion.MQTT_5, connect -> will(connect, "temperature"));
      proxy.close();

      assertThat(client.answer()).isEqualTo("DISCONNECT 0x8B");
      assertThat(proxy.values()).containsExactly("gone");
    }
  }

  @Test
  void waitsNoLongerThanTheServer() throws Exception {
    TestProxy proxy = TestProxy.start();
    try (RawClient client = proxy.connect()) {
      client.hello(MqttVersion.MQTT_5, WillTest::delayed);
    }
    proxy.close();

    assertThat(proxy.values()).containsExactly("gone");
  }

  @Test
  void waitsWhileTheClientMayReturn() throws Exception {
    try (TestProxy proxy = TestProxy.start()) {
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_5, WillTest::delayed);
      }
      await().until(() -> proxy.proxy.counts().connections() == 0);
      assertThat(proxy.values()).isEmpty();
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_5, connect -> connect.cleanSession(false));
        Thread.sleep(4_200);
        assertThat(proxy.values()).isEmpty();
      }
      try (RawClient client = proxy.connect()) {
        client.hello(MqttVersion.MQTT_5, WillTest::delayed);
      }
      await().until(() -> proxy.values().contains("gone"));
    }
  }

  @Test
  void isNotPublishedWhenTheClientTakesItsSessionOver() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient first = proxy.connect();
        RawClient second = proxy.connect()) {
      first.hello(MqttVersion.MQTT_5, WillTest::delayed);
      second.hello(MqttVersion.MQTT_5, connect -> connect.cleanSession(false));

      assertThat(first.isClosed()).isTrue();
      await().until(() -> proxy.proxy.counts().connections() == 1);
      Thread.sleep(4_200);
      assertThat(proxy.values()).isEmpty();
    }
  }

  @Test
  void isPublishedWhenAnotherSessionBegins() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient first = proxy.connect();
        RawClient second = proxy.connect()) {
      first.hello(MqttVersion.MQTT_5, WillTest::delayed);
      second.hello(MqttVersion.MQTT_5);

      await().until(() -> proxy.values().contains("gone"));
    }
  }

  @Test
  void isOfNoUserThatWasNotProved() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.record.headers", "user=${user}"))) {
      try (RawClient client = proxy.connect()) {
        client.hello(
            MqttVersion.MQTT_3_1_1,
            connect -> will(connect, "temperature").hasUser(true).username("root"));
      }
      await().until(() -> proxy.values().contains("gone"));
      assertThat(proxy.kafka.records().get(0).headers().lastHeader("user").value()).isEmpty();
    }
  }

  private static ConnectBuilder delayed(ConnectBuilder connect) {
    MqttProperties delay = new MqttProperties();
    delay.add(new MqttProperties.IntegerProperty(MqttProperties.WILL_DELAY_INTERVAL, 3));
    MqttProperties expiry = new MqttProperties();
    expiry.add(new MqttProperties.IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, 60));
    return will(connect, "temperature")
        .cleanSession(false)
        .willProperties(delay)
        .properties(expiry);
  }

  @Test
  void mustLeadSomewhere() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient three = proxy.connect();
        RawClient five = proxy.connect()) {
      assertThat(
              three
                  .hello(MqttVersion.MQTT_3_1_1, connect -> will(connect, "nowhere"))
                  .variableHeader()
                  .connectReturnCode())
          .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
      assertThat(
              five.hello(MqttVersion.MQTT_5, connect -> will(connect, "nowhere"))
                  .variableHeader()
                  .connectReturnCode())
          .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_TOPIC_NAME_INVALID);
    }
  }

  private static ConnectBuilder will(ConnectBuilder connect, String topic) {
    return connect
        .willFlag(true)
        .willQoS(MqttQoS.AT_LEAST_ONCE)
        .willTopic(topic)
        .willMessage("gone".getBytes(UTF_8));
  }
}
