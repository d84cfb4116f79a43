package io.confluent.ksql.connect.mqtt;

import static io.confluent.ksql.connect.TestContext.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.ksql.connect.TestContext;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.spec.KeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source and sink at one broker: what the one publishes the other is given. */
final class MqttTasksTest {
  @TempDir Path directory;

  private static MqttSourceTask source(String uri, String... settings) {
    MqttSourceTask task = new MqttSourceTask();
    task.start(
        config(
            uri,
            settings,
            Map.of("name", "in", "mqtt.topics", "t,car/+/temperature", "kafka.topic", "k")));
    return task;
  }

  private static MqttSinkTask sink(TestContext context, String uri, String... settings) {
    MqttSinkTask task = new MqttSinkTask();
    task.initialize(context);
    task.start(config(uri, settings, Map.of("name", "out", "retry.backoff.ms", "1")));
    return task;
  }

  private static Map<String, String> config(
      String uri, String[] settings, Map<String, String> more) {
    Map<String, String> config = new HashMap<>(more);
    config.put("mqtt.server.uri", uri);
    for (String setting : settings) {
      config.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
    }
    return config;
  }

  private static List<SourceRecord> poll(MqttSourceTask source, int count) {
    List<SourceRecord> records = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              List<SourceRecord> some = source.poll();
              records.addAll(some == null ? List.of() : some);
              return records.size() >= count;
            });
    return records;
  }

  private static void put(MqttSinkTask sink, List<SinkRecord> records) {
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(RetriableException.class)
        .until(
            () -> {
              sink.put(records);
              return true;
            });
  }

  private static List<String> texts(List<SourceRecord> records) {
    return records.stream()
        .map(
            record ->
                record.key() + " " + new String((byte[]) record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  private static List<SinkRecord> records(String... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> record(i, "car/7/temperature", values[i]))
        .toList();
  }

  @Test
  void messagesBecomeRecordsAndRecordsMessages() throws Exception {
    TestContext context = TestContext.withDeadLetters();
    try (Mosquitto broker = new Mosquitto(directory, List.of())) {
      String uri = "tcp://127.0.0.1:" + broker.port();
      for (int qos = 0; qos <= 2; qos++) {
        MqttSourceTask source = source(uri, "mqtt.qos=" + qos, "mqtt.clean.session.enabled=true");
        MqttSinkTask sink = sink(context, uri, "mqtt.qos=" + qos);
        MqttSinkTask byKey = sink(context, uri, "mqtt.qos=" + qos, "mqtt.topic=${key}");
        // Subscribed when the first message comes back.
        await()
            .until(
                () -> {
                  put(sink, records("ready"));
                  return source.poll() != null;
                });
        put(sink, records("101, 2.10# 2.13#", "102, 1"));
        put(byKey, records("x"));
        List<String> texts = new ArrayList<>(texts(poll(source, 3)));
        texts.remove("t ready");
        assertThat(texts).containsExactly("t 101, 2.10# 2.13#", "t 102, 1", "car/7/temperature x");
        source.stop();
        sink.stop();
        byKey.stop();
      }
    }
  }

  @Test
  void brokerKeepsWhatKafkaHasNotGot() throws Exception {
    try (Mosquitto broker = new Mosquitto(directory, List.of())) {
      String uri = "tcp://127.0.0.1:" + broker.port();
      MqttSinkTask sink = sink(TestContext.withDeadLetters(), uri);
      MqttSourceTask first = source(uri);
      await()
          .until(
              () -> {
                put(sink, records("ready"));
                List<SourceRecord> some = first.poll();
                if (some != null) {
                  some.forEach(record -> first.commitRecord(record, null));
                }
                return some != null;
              });
      put(sink, records("a", "b", "c"));
      List<SourceRecord> got = new ArrayList<>(poll(first, 3));
      got.stream()
          .filter(record -> texts(List.of(record)).contains("t a"))
          .forEach(record -> first.commitRecord(record, null));
      first.stop();

      broker.stop();
      broker.start();
      MqttSourceTask second = source(uri);
      put(sink, records("d"));
      assertThat(texts(poll(second, 3))).containsExactly("t b", "t c", "t d");
      second.stop();
      sink.stop();
    }
  }

  @Test
  void waitsForABrokerThatIsAway() throws Exception {
    TestContext context = TestContext.withDeadLetters();
    try (Mosquitto broker = new Mosquitto(directory, List.of())) {
      String uri = "tcp://127.0.0.1:" + broker.port();
      broker.stop();
      MqttSourceTask source = source(uri);
      MqttSinkTask sink = sink(context, uri);
      assertThatThrownBy(() -> sink.put(records("a")))
          .isInstanceOf(RetriableException.class)
          .hasMessageContaining("not connected");
      broker.start();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                put(sink, records("a"));
                return source.poll() != null;
              });
      source.stop();
      sink.stop();
    }
  }

  @Test
  void putsAsideWhatNoTopicCanCarry() throws Exception {
    TestContext context = TestContext.withDeadLetters();
    try (Mosquitto broker = new Mosquitto(directory, List.of())) {
      MqttSinkTask sink =
          sink(context, "tcp://127.0.0.1:" + broker.port(), "mqtt.topic=alerts/${key}");
      put(sink, List.of(record(0, "a#", "x"), record(1, "a", "y")));
      sink.stop();
    }
    assertThat(context.deadLetters()).singleElement().asString().contains("t+0+0", "alerts/a#");
  }

  @Test
  void talksTlsToABrokerItTrusts() throws Exception {
    Certificate certificate = Certificate.create(directory);
    try (Mosquitto broker =
        new Mosquitto(
            directory, List.of("certfile " + certificate.pem(), "keyfile " + certificate.key()))) {
      String uri = "ssl://localhost:" + broker.port();
      MqttSinkTask trusting =
          sink(
              TestContext.withDeadLetters(),
              uri,
              "mqtt.ssl.trust.store.path=" + certificate.trust(),
              "mqtt.ssl.trust.store.password=secret");
      put(trusting, records("a"));
      trusting.stop();

      MqttSinkTask strange = sink(TestContext.withDeadLetters(), uri);
      Thread.sleep(500);
      assertThatThrownBy(() -> strange.put(records("a"))).isInstanceOf(RetriableException.class);
      strange.stop();
    }
  }

  @Test
  void showsItsOwnCertificateToABrokerThatAsksForIt() throws Exception {
    Certificate certificate = Certificate.create(directory);
    String[] trust = {
      "mqtt.ssl.trust.store.path=" + certificate.trust(), "mqtt.ssl.trust.store.password=secret"
    };
    String[] keys = {
      trust[0],
      trust[1],
      "mqtt.ssl.key.store.path=" + certificate.keys(),
      "mqtt.ssl.key.store.password=secret"
    };
    try (Mosquitto broker =
        new Mosquitto(
            directory,
            List.of(
                "certfile " + certificate.pem(),
                "keyfile " + certificate.key(),
                "cafile " + certificate.pem(),
                "require_certificate true"))) {
      String uri = "ssl://localhost:" + broker.port();
      MqttSourceTask source = source(uri, keys);
      MqttSinkTask known = sink(TestContext.withDeadLetters(), uri, keys);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                put(known, records("a"));
                return source.poll() != null;
              });
      known.stop();
      source.stop();

      MqttSinkTask stranger = sink(TestContext.withDeadLetters(), uri, trust);
      Thread.sleep(500);
      assertThatThrownBy(() -> stranger.put(records("a"))).isInstanceOf(RetriableException.class);
      stranger.stop();
    }
  }

  @Test
  void failsWhereTheBrokerRefusesTheSubscription() throws Exception {
    try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      MqttSourceTask source = source("tcp://127.0.0.1:" + broker.getLocalPort());
      try (Socket client = broker.accept()) {
        byte[] connectAck = {0x20, 2, 0, 0};
        client.getOutputStream().write(connectAck);
        DataInputStream in = new DataInputStream(client.getInputStream());
        // CONNECT, then SUBSCRIBE, whose number the answer must have.
        in.skipNBytes(remaining(in));
        int length = remaining(in);
        byte[] number = in.readNBytes(2);
        in.skipNBytes(length - 2);
        byte[] refused = {(byte) 0x90, 4, number[0], number[1], (byte) 0x80, (byte) 0x80};
        client.getOutputStream().write(refused);
        await()
            .untilAsserted(
                () ->
                    assertThatThrownBy(source::poll)
                        .isInstanceOf(ConnectException.class)
                        .hasMessageContaining("car/+/temperature"));
        source.stop();
      }
    }
  }

  /** Of a short packet. */
  private static int remaining(DataInputStream in) throws IOException {
    in.readUnsignedByte();
    return in.readUnsignedByte();
  }

  @Test
  void saysWhichCertificatesItCannotRead() {
    assertThatThrownBy(
            () -> source("ssl://localhost", "mqtt.ssl.key.store.path=" + directory.resolve("none")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("none");
  }

  @Test
  void logsIn() throws Exception {
    // mosquitto hashes the file's passwords as PBKDF2 with SHA-512: $7$iterations$salt$hash.
    byte[] salt = new byte[12];
    KeySpec key = new PBEKeySpec("secret".toCharArray(), salt, 101, 512);
    byte[] hash =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(key).getEncoded();
    Base64.Encoder base64 = Base64.getEncoder();
    Path users = directory.resolve("users");
    Files.writeString(
        users,
        "anna:$7$101$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash) + "\n");
    try (Mosquitto broker =
        new Mosquitto(directory, List.of("password_file " + users, "allow_anonymous false"))) {
      String uri = "tcp://127.0.0.1:" + broker.port();
      MqttSinkTask known =
          sink(TestContext.withDeadLetters(), uri, "mqtt.username=anna", "mqtt.password=secret");
      put(known, records("a"));
      known.stop();
      MqttSinkTask stranger = sink(TestContext.withDeadLetters(), uri);
      Thread.sleep(500);
      assertThatThrownBy(() -> stranger.put(records("a"))).isInstanceOf(RetriableException.class);
      stranger.stop();
    }
  }

  @Test
  void saysWhatIsWrongWithSettings() {
    assertThatThrownBy(() -> source("http://localhost"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("tcp://");
    assertThatThrownBy(() -> source("tcp://localhost", "mqtt.topics=a#"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("a#");
    assertThatThrownBy(() -> source("tcp://localhost", "mqtt.qos=3"))
        .isInstanceOf(ConfigException.class);
  }
}
