package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.mqtt.access.Passwords;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who clients are, and how they come. */
class EncryptionTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path directory;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificate("server", "CN=localhost");
    certificate("device", "CN=device-7,O=Devices");
  }

  private static void certificate(String name, String owner) throws Exception {
    Path store = directory.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                owner,
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = store(name);
    pem(name + ".crt", "CERTIFICATE", keys.getCertificate(name).getEncoded());
    pem(name + ".key", "PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded());
  }

  private static KeyStore store(String name) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(name + ".p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static void pem(String file, String kind, byte[] bytes) throws Exception {
    String text = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(bytes);
    Files.writeString(
        directory.resolve(file),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  private static Map<String, String> encrypted(String listener) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ksql.mqtt.listeners", listener);
    settings.put("ksql.mqtt.ssl.certificate", directory.resolve("server.crt").toString());
    settings.put("ksql.mqtt.ssl.key", directory.resolve("server.key").toString());
    return settings;
  }

  /** Trusts the server, and shows a certificate if it has one. */
  private static SSLSocketFactory sockets(String... own) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store("server").getCertificate("server"));
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own.length == 0 ? null : store(own[0]), own.length == 0 ? null : PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static void publish(String uri, MqttConnectOptions options, String topic)
      throws MqttException {
    try (MqttClient client = new MqttClient(uri, "c7", null)) {
      client.setTimeToWait(60_000);
      options.setConnectionTimeout(60);
      client.connect(options);
      client.publish(topic, "1".getBytes(UTF_8), 1, false);
      client.disconnect();
    }
  }

  @Test
  void clientsComeByTlsAndWebSockets() throws Exception {
    Map<String, String> settings =
        encrypted("tls://127.0.0.1:0,ws://127.0.0.1:0,wss://127.0.0.1:0");
    try (TestProxy proxy = TestProxy.start(settings)) {
      MqttConnectOptions tls = new MqttConnectOptions();
      tls.setSocketFactory(sockets());
      tls.setHttpsHostnameVerificationEnabled(false);
      publish("ssl://127.0.0.1:" + port(proxy, 0), tls, "temperature");
      publish("ws://127.0.0.1:" + port(proxy, 1), new MqttConnectOptions(), "temperature");
      publish(
          "ws://127.0.0.1:" + port(proxy, 1) + "/mqtt", new MqttConnectOptions(), "temperature");
      publish("wss://127.0.0.1:" + port(proxy, 2), tls, "temperature");
      assertThat(proxy.values()).hasSize(4);
    }
  }

  private static int port(TestProxy proxy, int listener) {
    return proxy.proxy.listeners().get(listener).port();
  }

  @Test
  void pagesOfOthersOpenNoWebSocket() throws Exception {
    try (TestProxy proxy =
        TestProxy.start(
            Map.of(
                "ksql.mqtt.listeners",
                "ws://127.0.0.1:0",
                "ksql.mqtt.allowed.origins",
                "http://ours.example"))) {
      assertThat(upgrade(proxy.port(), "http://theirs.example")).startsWith("HTTP/1.1 403");
      assertThat(upgrade(proxy.port(), "http://ours.example")).startsWith("HTTP/1.1 101");
    }
  }

  private static String upgrade(int port, String origin) throws Exception {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              ("GET /mqtt HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                      + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                      + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\n"
                      + ("Origin: " + origin + "\r\n\r\n"))
                  .getBytes(UTF_8));
      byte[] answer = new byte[16];
      int length = socket.getInputStream().readNBytes(answer, 0, answer.length);
      return new String(answer, 0, length, UTF_8);
    }
  }

  @Test
  void certificatesSayWhoClientsAre() throws Exception {
    Map<String, String> settings = encrypted("tls://127.0.0.1:0");
    settings.put("ksql.mqtt.ssl.client.ca", directory.resolve("device.crt").toString());
    settings.put(
        "ksql.mqtt.acl.file",
        Files.write(directory.resolve("acl"), List.of("user device-7 publish a/temperature"))
            .toString());
    settings.put("ksql.mqtt.record.headers", "user=${user}");
    try (TestProxy proxy = TestProxy.start(settings)) {
      String uri = "ssl://127.0.0.1:" + proxy.port();
      MqttConnectOptions own = new MqttConnectOptions();
      own.setSocketFactory(sockets("device"));
      own.setHttpsHostnameVerificationEnabled(false);
      publish(uri, own, "a/temperature");
      assertThat(proxy.kafka.records().get(0).headers().lastHeader("user").value())
          .asString(UTF_8)
          .isEqualTo("device-7");
      assertThatThrownBy(() -> publish(uri, own, "b/temperature"))
          .isInstanceOf(MqttException.class);

      MqttConnectOptions none = new MqttConnectOptions();
      none.setSocketFactory(sockets());
      none.setHttpsHostnameVerificationEnabled(false);
      assertThatThrownBy(() -> publish(uri, none, "a/temperature"))
          .isInstanceOf(MqttException.class);
      assertThat(proxy.values()).hasSize(1);
    }
  }

  @Test
  void passwordsSayWhoClientsAre() throws Exception {
    Path passwords =
        Files.write(
            directory.resolve("passwords"), List.of(Passwords.line("ann", "s3".toCharArray())));
    try (TestProxy proxy =
        TestProxy.start(Map.of("ksql.mqtt.password.file", passwords.toString()))) {
      MqttConnectOptions right = new MqttConnectOptions();
      right.setUserName("ann");
      right.setPassword("s3".toCharArray());
      publish(proxy.uri(), right, "temperature");

      MqttConnectOptions wrong = new MqttConnectOptions();
      wrong.setUserName("ann");
      wrong.setPassword("s4".toCharArray());
      assertThatThrownBy(() -> publish(proxy.uri(), wrong, "temperature"))
          .isInstanceOfSatisfying(
              MqttException.class,
              e ->
                  assertThat(e.getReasonCode())
                      .isEqualTo((int) MqttException.REASON_CODE_FAILED_AUTHENTICATION));
      assertThatThrownBy(() -> publish(proxy.uri(), new MqttConnectOptions(), "temperature"))
          .isInstanceOf(MqttException.class);
      assertThat(proxy.values()).hasSize(1);
    }
  }
}
