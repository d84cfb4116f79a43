package io.confluent.ksql.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts what is in {@code bin}, in a directory that is gone afterwards. Whatever still runs when
 * it is closed, or when this process ends, is ended.
 */
public final class Launcher implements AutoCloseable {
  /** What the launcher of this process has set for it alone. */
  private static final List<String> OF_THIS_PROCESS =
      List.of("KSQL_HEAP_OPTS", "KSQL_JVM_PERFORMANCE_OPTS", "KSQL_LOG4J_OPTS");

  private final Path home;
  private final Path directory;
  private final List<RunningProcess> started = new ArrayList<>();
  private final Thread atEnd = new Thread(this::end, "end-processes");

  /** A launcher of an installation, or of a source tree that was built. */
  public Launcher(Path home) {
    this.home = home;
    try {
      directory = Files.createTempDirectory("ksql-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  /** A new directory for a process. */
  public Path directory(String name) {
    try {
      return Files.createTempDirectory(directory, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server, as people start it. */
  RunningProcess server(List<String> arguments, String javaOptions) {
    Map<String, String> environment = Map.of("KSQL_CLASSPATH", "", "KSQL_OPTS", javaOptions);
    return start("ksql-server-start", arguments, environment);
  }

  /** A class of this module, in a process set up like that of a server. */
  public RunningProcess program(Class<?> main, List<String> arguments, String javaOptions) {
    List<String> all = new ArrayList<>(List.of("--for", "server", main.getName()));
    all.addAll(arguments);
    return start("ksql-run-class", all, Map.of("KSQL_OPTS", javaOptions));
  }

  /** The training of a model. */
  public RunningProcess train(List<String> arguments) {
    return start("ksql-train-model", arguments, Map.of("KSQL_CLASSPATH", ""));
  }

  private synchronized RunningProcess start(
      String script, List<String> arguments, Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/" + script).toString()));
    command.addAll(arguments);
    Path output = directory.resolve(script + "-" + started.size() + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    OF_THIS_PROCESS.forEach(builder.environment()::remove);
    builder.environment().put("KSQL_LOG_DIR", directory.resolve("logs").toString());
    builder.environment().putAll(environment);
    try {
      RunningProcess process = new RunningProcess(builder.start(), output);
      started.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atEnd);
    end();
  }

  private synchronized void end() {
    started.forEach(RunningProcess::close);
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
