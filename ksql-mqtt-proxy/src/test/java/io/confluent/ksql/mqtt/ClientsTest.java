package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Libraries that others wrote: bytes go in and out unchanged, whatever the way. */
class ClientsTest {
  private static final String TOPIC = "car/engine/temperature";
  private static final byte[] LONG = new byte[1 << 20];
  private static final List<byte[]> PAYLOADS =
      List.of(
          "190F".getBytes(UTF_8),
          new byte[] {0, 1, 0, -1, 0},
          "°C, é, \ud83c\udf21".getBytes(UTF_8),
          new byte[0],
          LONG);

  @TempDir static Path directory;

  private static Certificates certificates;
  private static TestProxy proxy;

  static {
    new Random(1).nextBytes(LONG);
  }

  /** The ways of the listeners below, in order, as the libraries call them. */
  enum Way {
    TCP("tcp", ""),
    TLS("ssl", ""),
    WEB_SOCKET("ws", ""),
    WEB_SOCKET_ON_A_PATH("ws", "/mqtt"),
    WEB_SOCKET_OVER_TLS("wss", "/mqtt");

    private final String scheme;
    private final String path;

    Way(String scheme, String path) {
      this.scheme = scheme;
      this.path = path;
    }

    String uri() {
      return scheme + "://127.0.0.1:" + proxy.proxy.listeners().get(ordinal()).port() + path;
    }

    boolean isEncrypted() {
      return this == TLS || this == WEB_SOCKET_OVER_TLS;
    }
  }

  /** It tells of each packet; kept, since a logger that nobody holds forgets its level. */
  private static final Logger LOG_OF_LIBRARY = Logger.getLogger("org.eclipse.paho");

  @BeforeAll
  static void start() throws Exception {
    LOG_OF_LIBRARY.setLevel(Level.WARNING);
    certificates = new Certificates(directory);
    proxy =
        TestProxy.start(
            certificates.settings(
                "127.0.0.1:0,tls://127.0.0.1:0,ws://127.0.0.1:0,ws://127.0.0.1:0,wss://127.0.0.1:0"));
  }

  @AfterAll
  static void stop() {
    proxy.close();
  }

  @BeforeEach
  void forget() {
    proxy.kafka.forget();
  }

  private static Stream<Arguments> waysAndQos() {
    return Stream.of(Way.values())
        .flatMap(way -> IntStream.rangeClosed(0, 2).mapToObj(qos -> Arguments.of(way, qos)));
  }

  private static Stream<Arguments> olderVersions() {
    return waysAndQos()
        .flatMap(
            way ->
                Stream.of(
                        MqttConnectOptions.MQTT_VERSION_3_1, MqttConnectOptions.MQTT_VERSION_3_1_1)
                    .map(version -> Arguments.of(way.get()[0], version, way.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("olderVersions")
  void bytesArriveUnchangedBefore5(Way way, int version, int qos) throws Exception {
    BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    try (MqttClient client = new MqttClient(way.uri(), "paho", null)) {
      client.setTimeToWait(60_000);
      MqttConnectOptions options = options(way);
      options.setMqttVersion(version);
      client.connect(options);
      client.subscribe("car/#", qos, (topic, message) -> received.add(message.getPayload()));
      for (byte[] payload : PAYLOADS) {
        client.publish(TOPIC, payload, qos, false);
      }
      assertArrived(received);
      client.disconnect();
    }
  }

  private static MqttConnectOptions options(Way way) throws Exception {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setConnectionTimeout(60);
    if (way.isEncrypted()) {
      options.setSocketFactory(certificates.sockets());
      options.setHttpsHostnameVerificationEnabled(false);
    }
    return options;
  }

  @ParameterizedTest
  @MethodSource("waysAndQos")
  void bytesArriveUnchangedIn5(Way way, int qos) throws Exception {
    BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    var client = new org.eclipse.paho.mqttv5.client.MqttClient(way.uri(), "paho", null);
    try {
      client.setTimeToWait(60_000);
      client.setCallback(new ReceiverIn5(received));
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setConnectionTimeout(60);
      if (way.isEncrypted()) {
        options.setSocketFactory(certificates.sockets());
        options.setHttpsHostnameVerificationEnabled(false);
      }
      client.connect(options);
      client.subscribe("car/#", qos);
      for (byte[] payload : PAYLOADS) {
        var message = new org.eclipse.paho.mqttv5.common.MqttMessage(payload, qos, false, null);
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(List.of(new UserProperty("unit", "°C")));
        message.setProperties(properties);
        client.publish(TOPIC, message);
      }
      assertArrived(received);
      assertThat(proxy.kafka.records())
          .allSatisfy(
              record ->
                  assertThat(record.headers().lastHeader("unit").value())
                      .asString(UTF_8)
                      .isEqualTo("°C"));
      client.disconnect();
    } finally {
      client.close();
    }
  }

  private static void assertArrived(BlockingQueue<byte[]> received) throws InterruptedException {
    for (byte[] payload : PAYLOADS) {
      assertThat(received.poll(60, TimeUnit.SECONDS)).isEqualTo(payload);
    }
    List<ProducerRecord<byte[], byte[]>> records = proxy.kafka.records();
    assertThat(records).extracting(ProducerRecord::value).containsExactlyElementsOf(PAYLOADS);
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(record.topic()).isEqualTo("temperature");
              assertThat(record.key()).asString(UTF_8).isEqualTo(TOPIC);
            });
  }

  @Test
  void aSessionHasWhatCameMeanwhile() throws Exception {
    MqttConnectOptions kept = new MqttConnectOptions();
    kept.setCleanSession(false);
    try (MqttClient client = new MqttClient(Way.TCP.uri(), "kept", null)) {
      client.connect(kept);
      client.subscribe("temperature", 1);
      client.disconnect();
    }
    proxy.kafka.write(new ProducerRecord<>("temperature", "while away".getBytes(UTF_8)));
    BlockingQueue<String> received = new ArrayBlockingQueue<>(10);
    try (MqttClient client = new MqttClient(Way.TCP.uri(), "kept", null)) {
      client.setCallback(new Receiver(received));
      client.connect(kept);

      assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("while away");
      client.disconnect();
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

  private record ReceiverIn5(BlockingQueue<byte[]> received)
      implements org.eclipse.paho.mqttv5.client.MqttCallback {
    @Override
    public void messageArrived(String topic, org.eclipse.paho.mqttv5.common.MqttMessage message) {
      received.add(message.getPayload());
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean again, String uri) {}

    @Override
    public void authPacketArrived(int reason, MqttProperties properties) {}
  }
}
