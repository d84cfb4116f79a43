package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStopTest {
  /** Ends when it is asked to, and by itself after a while. */
  private static final String SERVER =
      "trap 'kill $!; echo stopped; exit 0' TERM; sleep 60 & echo up; wait";

  @TempDir Path directory;
  private Installation installation;
  private Path jdk;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.unpacked(directory.resolve("a directory"));
    jdk = Installation.fakeJdk(directory.resolve("jdk"), "17.0.15", SERVER);
  }

  @Test
  void stopsTheServersOfThisInstallationAndNoOtherProcess() throws Exception {
    Path output = directory.resolve("first.txt");
    Process first = startServer(output);
    Process second = startServer(directory.resolve("second.txt"));
    Process foreign = new ProcessBuilder("sleep", "60").start();
    try {
      Path reused = installation.logs().resolve("ksql-server-1.pid");
      Files.writeString(reused, foreign.pid() + "\n");

      Run.Result result = Run.of(installation.launcher("ksql-server-stop")).result();

      assertThat(result.status()).as(result.errors()).isZero();
      assertThat(result.lines())
          .containsExactlyInAnyOrder(
              "Stopped process " + first.pid() + ".", "Stopped process " + second.pid() + ".");
      assertThat(first.isAlive()).isFalse();
      assertThat(second.isAlive()).isFalse();
      assertThat(foreign.isAlive()).isTrue();
      assertThat(Files.readAllLines(output)).containsExactly("up", "stopped");
      assertThat(pidFiles()).isEmpty();
    } finally {
      List.of(first, second, foreign).forEach(Process::destroy);
    }
  }

  @Test
  void saysThatNothingRuns() throws Exception {
    Run.Result result = Run.of(installation.launcher("ksql-server-stop")).result();

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors().lines())
        .containsExactly("No server of this installation is running.");
  }

  @Test
  void startsInTheBackground() throws Exception {
    Run.Result started =
        Run.of(installation.launcher("ksql-server-start"), "-daemon")
            .with("JAVA_HOME", jdk.toString())
            .result();
    Path said = installation.logs().resolve("ksql-server.out");
    for (int i = 0; i < 100 && !Files.readString(said).contains("up"); i++) {
      Thread.sleep(50);
    }

    Run.Result stopped = Run.of(installation.launcher("ksql-server-stop")).result();

    assertThat(started.output()).contains("background");
    assertThat(stopped.status()).as(stopped.errors()).isZero();
    assertThat(Files.readAllLines(said)).containsExactly("up", "stopped");
  }

  @Test
  void saysWhyItCouldNotStartInTheBackground() throws Exception {
    Run.Result result =
        Run.of(installation.launcher("ksql-server-start"), "-daemon")
            .with("JAVA_HOME", "/nowhere")
            .result();

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors()).contains("JAVA_HOME is /nowhere");
  }

  private Process startServer(Path output) throws Exception {
    Process process =
        Run.of(installation.launcher("ksql-server-start"))
            .with("JAVA_HOME", jdk.toString())
            .start(output, directory.resolve("errors.txt"));
    for (int i = 0; i < 100 && !Files.readString(output).contains("up"); i++) {
      Thread.sleep(50);
    }
    return process;
  }

  private List<Path> pidFiles() throws IOException {
    try (Stream<Path> files = Files.list(installation.logs())) {
      return files.filter(file -> file.toString().endsWith(".pid")).toList();
    }
  }
}
