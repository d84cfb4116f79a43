package io.confluent.ksql.benchmarks.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Sends statements to a server, as any client does. */
public final class Statements {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAUSE_MILLIS = 20;

  private final URI server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Statements(URI server) {
    this.server = server;
  }

  /** Where the server is. */
  public URI server() {
    return server;
  }

  /** Waits for the first answer. */
  void await(RunningProcess process) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      process.requireAlive();
      if (System.nanoTime() > until) {
        throw new IllegalStateException("A server does not answer:\n" + process.output());
      }
      Pause.millis(PAUSE_MILLIS);
    }
  }

  private boolean answers() {
    try {
      return send("SHOW STREAMS;").statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Runs statements.
   *
   * @return the id of the query that the last of them began; empty if it began none
   */
  public String run(String statements) {
    HttpResponse<String> answer = send(statements);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(statements + "\n" + answer.body());
    }
    try {
      JsonNode entities = JSON.readTree(answer.body());
      JsonNode last = entities.get(entities.size() - 1);
      return last.path("commandStatus").path("queryId").asText("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(String statements) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/ksql"))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      JSON.writeValueAsString(Map.of("ksql", statements))))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
