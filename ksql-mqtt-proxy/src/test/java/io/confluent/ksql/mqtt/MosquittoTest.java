package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.buffer.ByteBufUtil;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that people try it with: bytes go in and out unchanged. */
class MosquittoTest {
  private static final String TOPIC = "car/engine/temperature";
  private static final int TCP = 0;
  private static final int TLS = 1;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir static Path directory;

  private static Certificates certificates;
  private static TestProxy proxy;

  @BeforeAll
  static void start() throws Exception {
    requireMosquitto();
    certificates = new Certificates(directory);
    proxy = TestProxy.start(certificates.settings("127.0.0.1:0,tls://127.0.0.1:0"));
  }

  private static void requireMosquitto() {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> new File(path, "mosquitto_pub").canExecute());
    assertThat(there || System.getenv("CI") == null)
        .as("mosquitto_pub, of Debian's package mosquitto-clients")
        .isTrue();
    assumeTrue(there, "Install mosquitto-clients to try mosquitto_pub");
  }

  @AfterAll
  static void stop() {
    if (proxy != null) {
      proxy.close();
    }
  }

  @BeforeEach
  void forget() {
    proxy.kafka.forget();
  }

  private static Stream<Arguments> ways() {
    return Stream.of("mqttv31", "mqttv311", "mqttv5")
        .flatMap(
            version ->
                IntStream.rangeClosed(0, 2)
                    .boxed()
                    .flatMap(
                        qos ->
                            IntStream.of(TCP, TLS)
                                .mapToObj(listener -> Arguments.of(version, qos, listener))));
  }

  @ParameterizedTest(name = "{0} at QoS {1} by listener {2}")
  @MethodSource("ways")
  void bytesArriveUnchanged(String version, int qos, int listener) throws Exception {
    byte[] random = new byte[1 << 20];
    new Random(1).nextBytes(random);
    List<byte[]> payloads =
        List.of(
            "190F".getBytes(UTF_8),
            new byte[] {0, 1, 0, -1, 0},
            "°C, é, \ud83c\udf21".getBytes(UTF_8),
            new byte[0],
            random);
    Path received = Files.createTempFile(directory, "received", "");
    Process subscriber =
        command("mosquitto_sub", version, qos, listener, "-C", "" + payloads.size(), "-F", "%x")
            .redirectOutput(received.toFile())
            .start();
    try {
      await().atMost(30, TimeUnit.SECONDS).until(proxy.kafka::isWatched);
      for (byte[] payload : payloads) {
        Path file = Files.write(directory.resolve("payload"), payload);
        Process publisher =
            command("mosquitto_pub", version, qos, listener, "-f", file.toString()).start();
        assertThat(publisher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(publisher.exitValue()).isZero();
      }
      assertThat(subscriber.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      subscriber.destroyForcibly();
    }
    assertThat(Files.readAllLines(received))
        .containsExactlyElementsOf(payloads.stream().map(ByteBufUtil::hexDump).toList());
    assertThat(proxy.kafka.records())
        .extracting(ProducerRecord::value)
        .containsExactlyElementsOf(payloads);
    // The next subscriber is to be told from this one.
    await().atMost(30, TimeUnit.SECONDS).until(() -> !proxy.kafka.isWatched());
  }

  private static ProcessBuilder command(
      String name, String version, int qos, int listener, String... more) {
    List<String> line = new ArrayList<>(List.of(name, "-h", "127.0.0.1", "-V", version));
    line.addAll(List.of("-p", "" + proxy.proxy.listeners().get(listener).port()));
    line.addAll(List.of("-t", TOPIC, "-q", "" + qos));
    if (listener == TLS) {
      line.addAll(List.of("--cafile", certificates.file("server.crt")));
    }
    line.addAll(List.of(more));
    return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
