package io.confluent.ksql.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process is stopped and goes on, and none is left stopped. */
@Timeout(60)
final class RunningProcessTest {
  @TempDir private Path directory;

  private Process child;
  private RunningProcess process;

  @BeforeEach
  void startsToCompute() throws IOException {
    child = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    process = new RunningProcess(child, directory.resolve("output"));
  }

  @AfterEach
  void ends() {
    child.destroyForcibly();
  }

  @Test
  void computesNothingWhileItIsStopped() throws InterruptedException {
    awaitMoreThan(Duration.ZERO);
    process.suspend();
    Thread.sleep(100);
    Duration stopped = process.computingTime();
    Thread.sleep(300);

    assertThat(process.computingTime()).isEqualTo(stopped);
    process.requireAlive();

    process.resume();
    awaitMoreThan(stopped);
  }

  @Test
  void endsWhileItIsStopped() {
    process.suspend();
    process.close();

    assertThat(child.isAlive()).isFalse();
    assertThatThrownBy(process::requireAlive).isInstanceOf(RuntimeException.class);
  }

  @Test
  void isNotStoppedOnceItIsClosed() {
    process.close();
    process.suspend();
    process.resume();

    assertThat(child.isAlive()).isFalse();
  }

  private void awaitMoreThan(Duration time) throws InterruptedException {
    while (process.computingTime().compareTo(time) <= 0) {
      Thread.sleep(10);
    }
  }
}
