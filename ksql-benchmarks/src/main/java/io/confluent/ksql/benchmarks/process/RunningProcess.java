package io.confluent.ksql.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that this one has started. */
public final class RunningProcess implements AutoCloseable {
  private static final int SECONDS_TO_END = 20;
  private static final int MINUTES_OF_WORK = 5;

  private final Process process;
  private final Path output;

  RunningProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Computing time of all its threads so far, in user and system mode; Linux counts it in steps of
   * 10 ms.
   */
  public Duration computingTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What of it is in memory, in KB, as Linux says it. */
  public long residentKilobytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has printed. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails, with what it said, if it has ended by itself. */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException("A process has ended by itself:\n" + output());
    }
  }

  /** Waits for its end, and fails with what it said if it was not a success. */
  public void requireSuccess() {
    try {
      if (!process.waitFor(MINUTES_OF_WORK, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException("A process has failed:\n" + output());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it, and waits until it has. */
  @Override
  public void close() {
    if (!process.isAlive()) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
