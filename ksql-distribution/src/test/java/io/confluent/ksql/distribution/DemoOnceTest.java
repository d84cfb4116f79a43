package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person runs it first, without staying in it. */
class DemoOnceTest {
  @TempDir Path directory;
  private final Ports ports = Ports.free();
  private Path temporary;

  @BeforeEach
  void makeDirectories() throws IOException {
    temporary = Files.createDirectories(directory.resolve("temporary"));
  }

  private Run demo(Path launcher, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--once", "--port-base", "" + ports.base(), "--rate", "50"));
    arguments.addAll(List.of(more));
    return Processes.isolated(Run.of(launcher, arguments.toArray(String[]::new)), directory)
        .with("KSQL_OPTS", "-Djava.io.tmpdir=" + temporary);
  }

  @Test
  void scoresTheHeartbeatsAndLeavesNothingBehind() throws Exception {
    Path elsewhere = Files.createDirectories(directory.resolve("some where/else"));
    Path link = elsewhere.resolve("the demo");
    Files.createSymbolicLink(link, Installation.SOURCES.resolve("bin/ksql-demo"));

    Run.Result result = demo(link).in(elsewhere).result();

    assertThat(result.status()).as(result.output() + result.errors()).isZero();
    List<String> lines = result.lines();
    assertThat(lines).last().isEqualTo("demo: 26 scored, 7 alerts, 1 not scorable");
    assertThat(lines.stream().map(String::strip).filter(line -> line.startsWith("ALERT")))
        .contains("ALERT: beat 33333 scores 1.6614", "ALERT: beat 106 scores 1.5769")
        .noneMatch(line -> line.contains("99999"));
    assertThat(lines).anyMatch(line -> line.matches(" +99999 +0\\.0237 *"));
    assertThat(filesIn(temporary)).isEmpty();
    Files.delete(link);
    assertThat(filesIn(elsewhere)).isEmpty();
    assertThat(ports.areFree()).isTrue();
  }

  @Test
  void devicesSendTheHeartbeatsAndReceiveTheAlerts() throws Exception {
    boolean installed = Run.onPath("mosquitto_pub").isPresent();
    assertThat(installed || System.getenv("CI") == null).as("mosquitto-clients").isTrue();
    assumeTrue(installed, "Install mosquitto-clients to try the demo with devices");

    Run.Result result = demo(Installation.SOURCES.resolve("bin/ksql-demo"), "--mqtt").result();

    assertThat(result.status()).as(result.output() + result.errors()).isZero();
    assertThat(result.lines())
        .contains("mqtt: 7 alerts came back to devices")
        .last()
        .isEqualTo("demo: 26 scored, 7 alerts, 1 not scorable");
    assertThat(result.lines().stream().map(String::strip))
        .anyMatch(line -> line.matches("mosquitto_sub: .*\"EVENTID\":106,\"ANOMALY\":1.5769.*"));
    assertThat(filesIn(temporary)).isEmpty();
    assertThat(ports.areFree()).isTrue();
  }

  @Test
  void connectorsBringTemperaturesAndAlertsToASecondBrokerAndAnIndex() throws Exception {
    boolean installed =
        Run.onPath("mosquitto_pub").isPresent()
            && Files.exists(
                Installation.SOURCES.resolve(
                    "ksql-search-node/elasticsearch/target/classpath.txt"));
    assertThat(installed || System.getenv("CI") == null).as("mosquitto, search node").isTrue();
    assumeTrue(installed, "bin/ksql-demo --connect says what it needs");

    Run.Result result = demo(Installation.SOURCES.resolve("bin/ksql-demo"), "--connect").result();

    assertThat(result.status()).as(result.output() + result.errors()).isZero();
    List<String> lines = result.lines().stream().map(String::strip).toList();
    assertThat(lines)
        .contains("received: ANOMALYDETECTIONWITHFILTER 106,1.5769252359357433")
        .last()
        .isEqualTo("connect: 2 messages at the second broker, 1 alert there, 1 in the index");
    assertThat(lines.stream().filter(line -> line.startsWith("received: electric-temperature")))
        .satisfiesExactly(
            line -> assertThat(line).contains(" 101, 2.10# 2.13# "),
            line -> assertThat(line).contains(" 106, 9.88# 9.13# "));
    assertThat(lines.stream().filter(line -> line.startsWith("document ")))
        .singleElement()
        .asString()
        .contains("\"EVENTID\":106", "\"ANOMALY_VAL\":1.5769252359357433");
    assertThat(filesIn(temporary)).isEmpty();
    assertThat(ports.areFree()).isTrue();
  }

  @Test
  void doesNotBeginWhereAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(ports.ksql(), 1, InetAddress.getLoopbackAddress())) {
      Run.Result result = demo(Installation.SOURCES.resolve("bin/ksql-demo")).result();

      assertThat(result.status()).isEqualTo(1);
      assertThat(result.errors().lines())
          .hasSize(1)
          .first()
          .asString()
          .contains("" + taken.getLocalPort(), "--port-base");
      assertThat(filesIn(temporary)).isEmpty();
      assertThat(new Ports(ports.base()).areFree()).isFalse();
    }
    assertThat(ports.areFree()).isTrue();
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
