package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A library that others wrote: bytes go in and out unchanged. */
class ClientsTest {
  private static final byte[] PAYLOAD = new byte[300_000];

  static {
    new Random(1).nextBytes(PAYLOAD);
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "3, 1", "3, 2", "4, 0", "4, 1", "4, 2"})
  void bytesArriveUnchangedBefore5(int version, int qos) throws Exception {
    try (TestProxy proxy = TestProxy.start();
        MqttClient client = new MqttClient(proxy.uri(), "paho", null)) {
      MqttConnectOptions options = new MqttConnectOptions();
      options.setMqttVersion(version);
      client.connect(options);
      BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(10);
      client.subscribe("car/#", qos, (topic, message) -> received.add(message.getPayload()));

      client.publish("car/engine/temperature", PAYLOAD, qos, false);
      client.publish("car/engine/temperature", new byte[0], qos, false);

      assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo(PAYLOAD);
      assertThat(received.poll(10, TimeUnit.SECONDS)).isEmpty();
      client.disconnect();
      assertStored(proxy.kafka.records());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void bytesArriveUnchangedIn5(int qos) throws Exception {
    try (TestProxy proxy = TestProxy.start()) {
      var client = new org.eclipse.paho.mqttv5.client.MqttClient(proxy.uri(), "paho", null);
      client.connect(new MqttConnectionOptions());

      for (byte[] payload : List.of(PAYLOAD, new byte[0])) {
        var message = new org.eclipse.paho.mqttv5.common.MqttMessage(payload, qos, false, null);
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(List.of(new UserProperty("unit", "°C")));
        message.setProperties(properties);
        client.publish("car/engine/temperature", message);
      }
      client.disconnect();
      client.close();

      assertStored(proxy.kafka.records());
      assertThat(proxy.kafka.records().get(0).headers().lastHeader("unit").value())
          .asString(UTF_8)
          .isEqualTo("°C");
    }
  }

  @Test
  void aSessionHasWhatCameMeanwhile() throws Exception {
    try (TestProxy proxy = TestProxy.start()) {
      MqttConnectOptions kept = new MqttConnectOptions();
      kept.setCleanSession(false);
      try (MqttClient client = new MqttClient(proxy.uri(), "kept", null)) {
        client.connect(kept);
        client.subscribe("temperature", 1);
        client.disconnect();
      }
      proxy.kafka.write(new ProducerRecord<>("temperature", "while away".getBytes(UTF_8)));
      BlockingQueue<String> received = new ArrayBlockingQueue<>(10);
      try (MqttClient client = new MqttClient(proxy.uri(), "kept", null)) {
        client.setCallback(new Receiver(received));
        client.connect(kept);

        assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("while away");
        client.disconnect();
      }
    }
  }

  private record Receiver(BlockingQueue<String> received)
      implements org.eclipse.paho.client.mqttv3.MqttCallback {
    @Override
    public void connectionLost(Throwable cause) {}

    @Override
    public void messageArrived(String topic, org.eclipse.paho.client.mqttv3.MqttMessage message) {
      received.add(new String(message.getPayload(), UTF_8));
    }

    @Override
    public void deliveryComplete(org.eclipse.paho.client.mqttv3.IMqttDeliveryToken token) {}
  }

  private static void assertStored(List<ProducerRecord<byte[], byte[]>> records)
      throws InterruptedException {
    assertThat(records).hasSize(2);
    assertThat(records.get(0).topic()).isEqualTo("temperature");
    assertThat(records.get(0).key()).asString(UTF_8).isEqualTo("car/engine/temperature");
    assertThat(records.get(0).value()).isEqualTo(PAYLOAD);
    assertThat(records.get(1).value()).isEmpty();
  }
}
