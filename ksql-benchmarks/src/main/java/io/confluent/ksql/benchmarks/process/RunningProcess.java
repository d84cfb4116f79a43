package io.confluent.ksql.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that this one has started, and can stop for a while. */
public final class RunningProcess implements AutoCloseable {
  private static final int SECONDS_TO_END = 20;
  private static final int MINUTES_OF_WORK = 5;

  private final Process process;
  private final Path output;
  private boolean suspended;
  private boolean closed;

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

  /**
   * Computing time so far of the threads in which Java compiles, those that have not ended, in
   * steps of 10 ms.
   */
  public Duration compilingTime() {
    Path directory = Path.of("/proc/" + process.pid() + "/task");
    if (!Files.isDirectory(directory)) {
      return Duration.ZERO;
    }
    try (Stream<Path> threads = Files.list(directory)) {
      return Duration.ofMillis(10 * threads.mapToLong(RunningProcess::compilingTicks).sum());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long compilingTicks(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      String[] numbers = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return stat.contains("CompilerThre")
          ? Long.parseLong(numbers[11]) + Long.parseLong(numbers[12])
          : 0;
    } catch (IOException e) {
      return 0;
    }
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

  /** Stops it, as it is, until it is told to go on. */
  public synchronized void suspend() {
    if (suspended || closed || !process.isAlive()) {
      return;
    }
    suspended = true;
    signal("STOP");
  }

  /** Lets it go on. */
  public synchronized void resume() {
    if (suspended && process.isAlive()) {
      signal("CONT");
    }
    suspended = false;
  }

  /** The shell's own command is there on every system that has signals. */
  private void signal(String name) {
    try {
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
              .redirectErrorStream(true)
              .start();
      String said = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (kill.waitFor() != 0 && process.isAlive()) {
        throw new IllegalStateException("A process does not take a signal: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it, and waits until it has. */
  @Override
  public synchronized void close() {
    closed = true;
    if (!process.isAlive()) {
      return;
    }
    try {
      if (suspended) {
        // It would not hear that it shall end.
        process.destroyForcibly().waitFor();
        return;
      }
      process.destroy();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
