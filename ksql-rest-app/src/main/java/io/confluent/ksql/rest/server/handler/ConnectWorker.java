package io.confluent.ksql.rest.server.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.http.LazyHttpClient;
import io.confluent.ksql.rest.server.connect.ConnectSettings;
import io.confluent.ksql.rest.wire.WireJson;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks a worker of Kafka Connect over HTTP. */
final class ConnectWorker {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final String url;
  private final Duration timeout;
  private final String credentialsFile;
  private final LazyHttpClient http;

  /**
   * A worker.
   *
   * @param credentialsFile empty if it asks nobody who they are
   */
  ConnectWorker(String url, Duration timeout, String credentialsFile) {
    this.url = url.replaceFirst("/+$", "");
    this.timeout = timeout;
    this.credentialsFile = credentialsFile;
    this.http = new LazyHttpClient(timeout);
  }

  /**
   * What the worker answered.
   *
   * @param body missing if there was none
   */
  record Answer(int status, JsonNode body) {
    /** Whether it did what was asked. */
    boolean ok() {
      return status / 100 == 2;
    }

    /** What the worker says of its refusal, without its references to its own interface. */
    String message() {
      String text = body.path("message").asText("HTTP status " + status);
      int reference = text.indexOf("\nYou can also find the above list of errors");
      return (reference < 0 ? text : text.substring(0, reference)).strip();
    }
  }

  /** The connectors, each with its state. */
  JsonNode connectors() {
    return require(send("GET", "/connectors?expand=info&expand=status", ""));
  }

  /** The kinds of connector that there are. */
  JsonNode plugins() {
    return require(send("GET", "/connector-plugins", ""));
  }

  /** A connector; status 404 if there is none of that name. */
  Answer connector(String name) {
    return send("GET", path(name), "");
  }

  /** Its state and that of its tasks. */
  JsonNode status(String name) {
    return require(send("GET", path(name) + "/status", ""));
  }

  /** The topics that it has used. */
  JsonNode topics(String name) {
    Answer answer = send("GET", path(name) + "/topics", "");
    // A worker can be told not to keep them.
    return answer.ok() ? answer.body().path(name).path("topics") : MissingNode.getInstance();
  }

  /** Creates a connector; status 409 if there is one. */
  Answer create(String name, Map<String, String> config) {
    String body = WireJson.write(Map.of("name", name, "config", config));
    return onceBalanced(() -> send("POST", "/connectors", body), () -> connector(name).ok());
  }

  /** Ends and forgets a connector; status 404 if there is none. */
  Answer delete(String name) {
    return onceBalanced(() -> send("DELETE", path(name), ""), () -> false);
  }

  /**
   * Asks again for a while where workers are finding out who does what: just after the start, and
   * after each change.
   *
   * @param conflict whether status 409 has another reason
   */
  private Answer onceBalanced(Supplier<Answer> request, BooleanSupplier conflict) {
    long end = System.nanoTime() + timeout.toNanos();
    Answer answer = request.get();
    while (answer.status() == 409 && !conflict.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = request.get();
    }
    return answer;
  }

  private static String path(String name) {
    return "/connectors/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode require(Answer answer) {
    if (!answer.ok()) {
      throw refused(answer);
    }
    return answer.body();
  }

  /** The error of a worker that did not do what it should. */
  DiagnosticException refused(Answer answer) {
    String hint =
        switch (answer.status()) {
          case 401, 403 -> "Set ksql.connect.basic.auth.credentials.file.";
          case 404, 405 -> "Is ksql.connect.url the address of a worker?";
          case 409 -> "The worker is finding out who does what; ask again in a moment.";
          default -> "The log of the worker may say more.";
        };
    return Diagnostic.error(
            ErrorCode.CONNECT, "Kafka Connect at %s refuses: %s", url, answer.message())
        .hint(hint)
        .toException();
  }

  private Answer send(String method, String path, String body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + path))
              .timeout(timeout)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      authorize(request);
      HttpResponse<String> answer =
          http.get().send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), json(answer.body()));
    } catch (IOException e) {
      throw Diagnostic.error(
              ErrorCode.CONNECT,
              "Kafka Connect at %s does not answer: %s",
              url,
              e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
          .hint("Start a worker, or set ksql.connect.url to the address of one.")
          .toException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Diagnostic.error(ErrorCode.CONNECT, "Stopped while waiting for Kafka Connect.")
          .toException(e);
    } catch (IllegalArgumentException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING, "ksql.connect.url is no address: %s", e.getMessage())
          .toException(e);
    }
  }

  private void authorize(HttpRequest.Builder request) {
    if (credentialsFile.isEmpty()) {
      return;
    }
    Properties file = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(credentialsFile))) {
      file.load(reader);
    } catch (IOException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING,
              "The file of %s cannot be read: %s",
              ConnectSettings.CREDENTIALS_FILE.name(),
              credentialsFile)
          .toException(e);
    }
    String user = file.getProperty("username", "") + ':' + file.getProperty("password", "");
    request.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode json(String body) {
    try {
      return WireJson.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
