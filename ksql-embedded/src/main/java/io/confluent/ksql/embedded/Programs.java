package io.confluent.ksql.embedded;

import io.confluent.ksql.util.KsqlException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Programs of the system, found and started; those that still run end with this. */
final class Programs implements AutoCloseable {
  /** Where Debian and Homebrew put servers, which not everybody's PATH has. */
  private static final List<String> SERVERS =
      List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin");

  private static final long PATIENCE_SECONDS = 30;

  private final String path;
  private final List<Process> started = new ArrayList<>();

  /**
   * Programs of a search path.
   *
   * @param path directories as in the variable PATH
   */
  Programs(String path) {
    this.path = path;
  }

  /** Those that the user can start. */
  static Programs ofUser() {
    return new Programs(System.getenv().getOrDefault("PATH", ""));
  }

  /** Where a program is. */
  Optional<Path> find(String name) {
    return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), SERVERS.stream())
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Those of some programs that are not there. */
  List<String> missing(String... names) {
    return Arrays.stream(names).filter(name -> find(name).isEmpty()).toList();
  }

  /** The command that installs packages here; they have other names on a Mac. */
  static String install(String debian, String mac) {
    return System.getProperty("os.name", "").startsWith("Mac")
        ? "brew install " + mac
        : "sudo apt-get install -y " + debian;
  }

  /** Starts a program, and shows what it complains of. */
  Process start(String name, List<String> arguments) {
    return start(name, arguments, ProcessBuilder.Redirect.PIPE, ProcessBuilder.Redirect.INHERIT);
  }

  /** Starts a program, and keeps all that it says in a file. */
  Process start(String name, List<String> arguments, Path log) {
    ProcessBuilder.Redirect file = ProcessBuilder.Redirect.to(log.toFile());
    return start(name, arguments, file, file);
  }

  private Process start(
      String name,
      List<String> arguments,
      ProcessBuilder.Redirect out,
      ProcessBuilder.Redirect errors) {
    List<String> line = new ArrayList<>();
    line.add(find(name).map(Path::toString).orElse(name));
    line.addAll(arguments);
    try {
      Process process = new ProcessBuilder(line).redirectOutput(out).redirectError(errors).start();
      started.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the lines that a program says to a thread of their own. */
  static void follow(Process process, String thread, Consumer<String> line) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(line);
              } catch (IOException | UncheckedIOException e) {
                // It was told to end.
              }
            },
            thread);
    reader.setDaemon(true);
    reader.start();
  }

  /** Waits until a program is done. */
  static void finish(String name, Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new KsqlException(name + " could not do its work.");
    }
  }

  @Override
  public void close() {
    started.forEach(Process::destroy);
    try {
      for (Process process : started) {
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
