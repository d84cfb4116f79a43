package io.confluent.ksql.rest.server;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.DiagnosticRenderer;
import java.util.Arrays;
import java.util.List;

/** Runs a server on a Kafka cluster until the process is told to end. */
public final class ServerMain {
  private ServerMain() {}

  /** Takes properties files, possibly none; later ones win, the environment over all. */
  public static void main(String[] arguments) {
    List<String> files = Arrays.asList(arguments);
    if (files.stream().anyMatch(file -> file.startsWith("-"))) {
      System.err.println("Usage: ksql-server-start <properties file>...");
      System.err.println("Settings may come from the environment too: KSQL_BOOTSTRAP_SERVERS=...");
      System.exit(files.contains("--help") || files.contains("-h") ? 0 : 1);
    }
    try {
      ServerProcess.run(
          () ->
              KsqlServer.start(
                  ServerProperties.read(files, System.getenv(), System.getProperties())),
          server -> System.out.println(banner(server.url())));
    } catch (DiagnosticException e) {
      System.err.println(DiagnosticRenderer.render(e.diagnostic(), ""));
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a server says when it serves clients. */
  public static String banner(String url) {
    return """
        Server %s listening on %s
        To access the KSQL CLI, run: ksql %s"""
        .formatted(ServerIdentity.releaseVersion(), url, url);
  }
}
