package io.confluent.ksql.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command, its directory and its environment, and what came of it. Nothing of the environment of
 * the tests is passed on but the path of commands.
 */
final class Run {
  private static final long PATIENCE_SECONDS = 60;

  private final List<String> command;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Path directory = Path.of("").toAbsolutePath();
  private String input = "";

  private Run(List<String> command) {
    this.command = command;
    environment.put("PATH", System.getenv("PATH"));
  }

  /** What a command left behind. */
  record Result(int status, String output, String errors) {
    List<String> lines() {
      return output.lines().toList();
    }
  }

  static Run of(Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return new Run(command);
  }

  /** Where a command is on the path. */
  static Optional<Path> onPath(String command) {
    for (String directory : System.getenv("PATH").split(":")) {
      Path found = Path.of(directory, command);
      if (Files.isExecutable(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  Run in(Path newDirectory) {
    directory = newDirectory;
    return this;
  }

  Run with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Run reading(String text) {
    input = text;
    return this;
  }

  Process start(Path output, Path errors) {
    try {
      return builder().redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it with its errors in its output, for a test that talks with it. */
  Process startPiped() {
    try {
      return builder().redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /** Waits for its end; a command that does not come to one is killed and fails the test. */
  Result result() {
    try {
      Path output = Files.createTempFile("run", ".out");
      Path errors = Files.createTempFile("run", ".err");
      Process process = start(output, errors);
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It ended without reading; its status tells more.
      }
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
          throw new AssertionError(command + " did not end: " + Files.readString(errors));
        }
        return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
      } finally {
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
