package io.confluent.ksql.rest.server;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.DiagnosticRenderer;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.rest.server.connect.ConnectSettings;
import io.confluent.ksql.setting.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a server on a Kafka cluster until the process is told to end. */
public final class ServerMain {
  private static final String QUERIES_FILE = "--queries-file";

  private ServerMain() {}

  /**
   * Takes properties files, possibly none; later ones win, the environment over all. {@code
   * --queries-file} wins over the setting of that name.
   */
  public static void main(String[] arguments) {
    ClassesAhead.ofServer();
    List<String> files = new ArrayList<>(Arrays.asList(arguments));
    Optional<String> queries = takeQueriesFile(files);
    if (files.stream().anyMatch(file -> file.startsWith("-"))) {
      System.err.println("Usage: ksql-server-start <properties file>... [--queries-file <file>]");
      System.err.println("Settings may come from the environment too: KSQL_BOOTSTRAP_SERVERS=...");
      System.exit(files.contains("--help") || files.contains("-h") ? 0 : 1);
    }
    try {
      Map<String, String> given =
          new HashMap<>(ServerProperties.read(files, System.getenv(), System.getProperties()));
      queries.ifPresent(file -> given.put(EngineSettings.QUERIES_FILE.name(), file));
      refuseWorker(given);
      if (HeadlessServer.isAskedFor(given)) {
        ServerProcess.run(
            () -> HeadlessServer.start(given),
            server -> System.out.println("The queries of the file run."));
      } else {
        ServerProcess.run(
            () -> KsqlServer.start(given), server -> System.out.println(banner(server.url())));
      }
    } catch (StatementException e) {
      fail(e.diagnostic(), e.statement());
    } catch (DiagnosticException e) {
      fail(e.diagnostic(), "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A worker of Connect comes only with a broker of its own: on a cluster of others, topics and
   * group of its names may be another worker's.
   *
   * @throws DiagnosticException if one is asked for
   */
  static void refuseWorker(Map<String, String> given) {
    if (Settings.of(given).get(ConnectSettings.EMBEDDED)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING,
              "%s is for a server that brings its own Kafka, and this one uses a cluster.",
              ConnectSettings.EMBEDDED.name())
          .hint(
              "Start a worker of Kafka Connect on that cluster, and set %s to its address."
                  .formatted(ConnectSettings.URL.name()))
          .toException();
    }
  }

  private static void fail(Diagnostic diagnostic, String statement) {
    System.err.println(DiagnosticRenderer.render(diagnostic, statement));
    System.exit(1);
  }

  /** The value of {@code --queries-file}, which is removed from the arguments. */
  private static Optional<String> takeQueriesFile(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(QUERIES_FILE + "=")) {
        return Optional.of(arguments.remove(i).substring(QUERIES_FILE.length() + 1));
      }
      if (argument.equals(QUERIES_FILE) && i + 1 < arguments.size()) {
        arguments.remove(i);
        return Optional.of(arguments.remove(i));
      }
    }
    return Optional.empty();
  }

  /** What a server says when it serves clients. */
  public static String banner(String url) {
    return """
        Server %s listening on %s
        To access the KSQL CLI, run: ksql %s"""
        .formatted(ServerIdentity.releaseVersion(), url, url);
  }
}
