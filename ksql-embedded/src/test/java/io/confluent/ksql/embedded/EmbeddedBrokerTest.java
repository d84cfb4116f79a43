package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.net.LoopbackPort;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedBrokerTest {
  @TempDir Path directory;

  @Test
  void keepsRecordsOfAnyTimeAcrossRestarts() {
    long lastCentury = 1_000;
    long farAhead = 4_102_444_800_000L;
    int port;
    try (EmbeddedBroker broker = new EmbeddedBroker(directory, 0).start()) {
      port = broker.port();
      Records.write(broker.bootstrapServers(), "HealthSensor", lastCentury, List.of("old"));
      Records.write(broker.bootstrapServers(), "HealthSensor", farAhead, List.of("new"));
      assertThat(Records.read(broker.bootstrapServers(), "HealthSensor", 2))
          .containsExactly("old", "new");
    }
    assertThat(LoopbackPort.isFree(port)).isTrue();

    try (EmbeddedBroker broker = new EmbeddedBroker(directory, port).start()) {
      assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      assertThat(Records.read(broker.bootstrapServers(), "HealthSensor", 2))
          .containsExactly("old", "new");
    }
  }

  @Test
  void startsAgainAfterItWasKilled() throws Exception {
    Path errors = directory.resolve("errors.txt");
    Path data = directory.resolve("a directory");
    Process process = BrokerProcess.launch(data, errors);
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).as(Files.readString(errors)).isEqualTo(BrokerProcess.READY);
      assertDataDirectoryInUse(data);
    } finally {
      process.destroyForcibly().waitFor();
    }

    try (EmbeddedBroker broker = new EmbeddedBroker(data, 0).start()) {
      assertThat(
              Records.read(
                  broker.bootstrapServers(), BrokerProcess.TOPIC, BrokerProcess.VALUES.size()))
          .isEqualTo(BrokerProcess.VALUES);
    }
  }

  private static void assertDataDirectoryInUse(Path data) {
    Diagnostic diagnostic = failureOf(new EmbeddedBroker(data, 0));
    assertThat(diagnostic.message()).contains(data.toString(), "in use by another server");
    assertThat(diagnostic.hint().orElseThrow()).contains("--data-dir");
  }

  @Test
  void namesThePortThatIsTakenAndTheOptionThatMovesIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Diagnostic diagnostic = failureOf(new EmbeddedBroker(directory, taken.getLocalPort()));

      assertThat(diagnostic.code()).isEqualTo(ErrorCode.KAFKA);
      assertThat(diagnostic.message()).contains("127.0.0.1:" + taken.getLocalPort());
      assertThat(diagnostic.hint().orElseThrow()).contains("--port-base");
    }
  }

  @Test
  void letsGoOfTheDirectoryWhenItCannotStart() throws Exception {
    assertThat(failureOf(new EmbeddedBroker(directory, 0, badOverrides())).message())
        .contains("num.io.threads");

    BrokerStorage.open(directory, BrokerProperties.NODE_ID).close();
  }

  private static Map<String, String> badOverrides() {
    return Map.of("num.io.threads", "none");
  }

  @Test
  void twoServersInOneProcessCannotShareADirectory() throws Exception {
    BrokerStorage first = BrokerStorage.open(directory, BrokerProperties.NODE_ID);
    assertDataDirectoryInUse(directory);
    first.close();

    BrokerStorage.open(directory, BrokerProperties.NODE_ID).close();
  }

  @Test
  void formatsAgainWhatWasLeftHalfFormatted() throws Exception {
    Path unfinished = Files.createDirectories(directory.resolve("kafka.formatting"));
    Files.writeString(unfinished.resolve("meta.properties"), "version=1");

    try (BrokerStorage storage = BrokerStorage.open(directory, BrokerProperties.NODE_ID)) {
      assertThat(Files.readString(storage.logDirectory().resolve("meta.properties")))
          .contains("node.id=1");
    }
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void doesNotTouchADirectoryThatKafkaDidNotMake() throws Exception {
    Path foreign = Files.createDirectories(directory.resolve("kafka"));
    Files.writeString(foreign.resolve("letter.txt"), "Dear Milena");

    assertThat(failureOf(new EmbeddedBroker(directory, 0)).message()).contains("did not make it");
    assertThat(foreign.resolve("letter.txt")).hasContent("Dear Milena");
  }

  @Test
  void refusesADirectoryThatKafkaWouldReadAsTwo() {
    assertThat(failureOf(new EmbeddedBroker(directory.resolve("a,b"), 0)).message())
        .contains("comma");
  }

  @Test
  void closingTwiceOrBeforeTheStartIsFine() {
    EmbeddedBroker broker = new EmbeddedBroker(directory, 0);

    assertThatCode(broker::close).doesNotThrowAnyException();
    assertThatThrownBy(broker::bootstrapServers).isInstanceOf(IllegalStateException.class);
  }

  private static Diagnostic failureOf(EmbeddedBroker broker) {
    return catchThrowableOfType(DiagnosticException.class, broker::start).diagnostic();
  }
}
