package io.confluent.ksql.rest.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.WireJson;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends requests and tells answers from errors; one for each client, safe for many threads. */
final class Transport {
  private static final int EXCERPT = 200;

  /** Something that waits for the server. */
  private interface Exchange<T> {
    T run() throws IOException, InterruptedException;
  }

  private final ClientOptions options;
  private final HttpClient http;

  Transport(ClientOptions options) {
    this.options = options;
    // Version 1.1: a query over it ends by closing its connection, which every server notices.
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(options.connectTimeout());
    options.sslContext().ifPresent(builder::sslContext);
    this.http = builder.build();
  }

  byte[] get(String path) {
    HttpRequest request = request(path).GET().build();
    return orThrow(sendWhole(request));
  }

  byte[] post(String path, Object body) {
    return orThrow(sendWhole(post(path, body, MediaTypes.KSQL_V1_JSON)));
  }

  /** Posts and leaves the answer open. */
  OpenAnswer open(String path, Object body, String accept) {
    HttpResponse<InputStream> response =
        await(() -> http.send(post(path, body, accept), HttpResponse.BodyHandlers.ofInputStream()));
    if (isSuccess(response)) {
      return new OpenAnswer(response.body(), this);
    }
    try (InputStream in = response.body()) {
      throw failure(response.statusCode(), in.readAllBytes());
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private HttpRequest post(String path, Object body, String accept) {
    return request(path)
        .header("Content-Type", MediaTypes.KSQL_V1_JSON)
        .setHeader("Accept", accept)
        .POST(HttpRequest.BodyPublishers.ofString(WireJson.write(body)))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    String base = options.server().toString();
    base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    HttpRequest.Builder builder;
    try {
      builder = HttpRequest.newBuilder(URI.create(base + path));
    } catch (IllegalArgumentException e) {
      throw unreachable("is not the address of a server", e);
    }
    builder.timeout(options.answerTimeout()).header("Accept", MediaTypes.KSQL_V1_JSON);
    options
        .credentials()
        .authorization()
        .ifPresent(value -> builder.header("Authorization", value));
    return builder;
  }

  private HttpResponse<byte[]> sendWhole(HttpRequest request) {
    // The request's own timeout ends with the headers; this one holds for the body too.
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    return await(
        () -> {
          try {
            return response.get(options.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
          } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer");
          } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
          } finally {
            response.cancel(true);
          }
        });
  }

  private <T> T await(Exchange<T> exchange) {
    try {
      return exchange.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("The request was interrupted");
      cancelled.initCause(e);
      throw cancelled;
    } catch (HttpConnectTimeoutException e) {
      throw unreachable("does not take a connection", e);
    } catch (HttpTimeoutException e) {
      throw unreachable("has not answered in " + options.answerTimeout().toSeconds() + " s", e);
    } catch (ConnectException e) {
      throw unreachable("cannot be reached", e);
    } catch (SSLException e) {
      throw unreachable("and this client do not agree on TLS (" + e.getMessage() + ")", e);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static boolean isSuccess(HttpResponse<?> response) {
    return response.statusCode() / 100 == 2;
  }

  private byte[] orThrow(HttpResponse<byte[]> response) {
    if (isSuccess(response)) {
      return response.body();
    }
    throw failure(response.statusCode(), response.body());
  }

  private KsqlException failure(int status, byte[] body) {
    Optional<ErrorBody> error = readError(body);
    if (error.isPresent()) {
      return new ServerErrorException(error.get());
    }
    String text = new String(body, StandardCharsets.UTF_8).strip();
    String excerpt = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "..." : text;
    return Diagnostic.error(
            ErrorCode.SERVER_UNREACHABLE,
            "%s answered with the HTTP status %d%s",
            options.server(),
            status,
            excerpt.isEmpty() ? "." : ": " + excerpt)
        .hint("Is that the address of a KSQL server?")
        .toException();
  }

  private static Optional<ErrorBody> readError(byte[] body) {
    try {
      JsonNode tree = WireJson.mapper().readTree(body);
      return tree != null && tree.has("error_code")
          ? Optional.of(WireJson.mapper().treeToValue(tree, ErrorBody.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads an answer, or says that it is none of a KSQL server. */
  <T> T read(byte[] body, TypeReference<T> type) {
    try {
      return WireJson.mapper().readValue(body, type);
    } catch (IOException e) {
      throw unreachable("does not answer as a KSQL server does", e);
    }
  }

  KsqlException broken(IOException cause) {
    return unreachable("has broken the connection", cause);
  }

  private KsqlException unreachable(String what, Exception cause) {
    return Diagnostic.error(ErrorCode.SERVER_UNREACHABLE, "%s %s.", options.server(), what)
        .hint("Is that the address of a KSQL server, and is it running?")
        .toException(cause);
  }
}
