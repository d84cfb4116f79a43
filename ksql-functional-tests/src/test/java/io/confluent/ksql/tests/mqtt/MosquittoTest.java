package io.confluent.ksql.tests.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The command lines that documents show, with another port. */
class MosquittoTest extends MqttFixture {
  private static final List<String> VERSIONS = List.of("mqttv31", "mqttv311", "mqttv5");

  @Test
  void bytesArriveUnchanged() throws Exception {
    requireMosquitto();
    byte[] payload = new byte[1 << 20];
    new Random(1).nextBytes(payload);
    Path file = Files.write(directory.resolve("payload"), payload);
    Path received = directory.resolve("received");
    int count = VERSIONS.size() * 3;
    Process subscriber =
        start(received, "mosquitto_sub", "-q", "2", "-t", "car/#", "-N", "-C", "" + count);
    // Nothing tells from outside when a client has subscribed.
    Thread.sleep(3_000);
    for (String version : VERSIONS) {
      for (int qos = 0; qos <= 2; qos++) {
        String topic = "car/" + version + "/" + qos + "/temperature";
        run("mosquitto_pub", "-V", version, "-q", "" + qos, "-t", topic, "-f", file.toString());
      }
    }
    assertThat(subscriber.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.size(received)).isEqualTo((long) count * payload.length);
    byte[] all = Files.readAllBytes(received);
    for (int i = 0; i < count; i++) {
      assertThat(Arrays.copyOfRange(all, i * payload.length, (i + 1) * payload.length))
          .isEqualTo(payload);
    }
    List<ConsumerRecord<byte[], byte[]>> records = records();
    assertThat(records).hasSize(count);
    assertThat(records)
        .allSatisfy(record -> assertThat(record.value()).isEqualTo(payload))
        .extracting(record -> new String(record.key(), UTF_8))
        .contains("car/mqttv31/1/temperature", "car/mqttv5/2/temperature");
  }

  private void run(String command, String... arguments) throws Exception {
    Path output = Files.createTempFile(directory, "mosquitto", ".out");
    Process process = start(output, command, arguments);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }

  private Process start(Path output, String command, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(command, "-h", "127.0.0.1", "-p", "" + mqttPort));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(output.toFile())
        .start();
  }

  private static void requireMosquitto() {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(directory -> new File(directory, "mosquitto_pub").canExecute());
    assertThat(there || System.getenv("CI") == null)
        .as("mosquitto_pub, of Debian's package mosquitto-clients")
        .isTrue();
    assumeTrue(there, "Install mosquitto-clients to try mosquitto_pub");
  }
}
