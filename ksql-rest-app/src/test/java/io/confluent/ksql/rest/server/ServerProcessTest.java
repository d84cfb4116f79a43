package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ServerProcessTest {
  @TempDir private Path directory;
  private Path permission;
  private Path pidFile;
  private Process process;

  @BeforeEach
  void launch() throws IOException {
    permission = directory.resolve("permission");
    pidFile = Files.writeString(directory.resolve("server.pid"), "1");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Dksql.pid.file=" + pidFile,
                "-cp",
                System.getProperty("java.class.path"),
                SlowServer.class.getName(),
                permission.toString())
            .redirectErrorStream(true)
            .start();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void closesTheServerWhenToldToEnd() throws Exception {
    Files.createFile(permission);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo(SlowServer.STARTING);
      assertThat(output.readLine()).isEqualTo(SlowServer.SERVING);
      assertThat(pidFile).exists();

      process.toHandle().destroy();

      assertThat(output.lines().toList()).isEqualTo(List.of(SlowServer.CLOSED));
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void closesAServerThatWasStillStarting() throws Exception {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo(SlowServer.STARTING);

      process.toHandle().destroy();
      assertThat(process.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
      Files.createFile(permission);

      assertThat(output.lines().toList()).contains(SlowServer.CLOSED);
    }
  }

  @Test
  void keepsQuietAboutAStartThatFailsBecauseOfTheEnd() throws Exception {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo(SlowServer.STARTING);

      process.toHandle().destroy();
      assertThat(process.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
      Files.writeString(directory.resolve("written"), SlowServer.REFUSED);
      Files.move(directory.resolve("written"), permission);

      assertThat(output.lines().toList()).noneMatch(line -> line.contains(SlowServer.REFUSED));
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void doesNotWaitForAStartThatTakesTooLong() throws Exception {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo(SlowServer.STARTING);

      process.toHandle().destroy();

      assertThat(output.lines().toList()).doesNotContain(SlowServer.CLOSED);
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }
}
