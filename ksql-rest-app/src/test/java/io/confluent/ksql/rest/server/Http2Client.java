package io.confluent.ksql.rest.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks HTTP/2 without TLS, and sends a body while the answer to it comes. */
final class Http2Client implements AutoCloseable {
  private static final long SECONDS = 20;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http =
      vertx.createHttpClient(
          new HttpClientOptions()
              .setProtocolVersion(HttpVersion.HTTP_2)
              .setHttp2ClearTextUpgrade(false));
  private final int port;

  Http2Client(int port) {
    this.port = port;
  }

  /** Begins a request. */
  Conversation post(String path, String accept) {
    HttpClientRequest request = await(http.request(HttpMethod.POST, port, "127.0.0.1", path));
    request.putHeader("Accept", accept);
    request.putHeader("Content-Type", "application/json");
    return new Conversation(request);
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A request that is being sent, and its answer. */
  static final class Conversation {
    private final HttpClientRequest request;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder body = new StringBuilder();
    private final CountDownLatch ended = new CountDownLatch(1);
    private String begun = "";
    private HttpClientResponse response;

    private Conversation(HttpClientRequest request) {
      this.request = request;
      request.response().onSuccess(this::read);
    }

    private void read(HttpClientResponse answer) {
      answer.handler(this::take);
      answer.endHandler(end -> ended.countDown());
    }

    private synchronized void take(Buffer part) {
      body.append(part.toString(StandardCharsets.UTF_8));
      begun += part.toString(StandardCharsets.UTF_8);
      int end = begun.indexOf('\n');
      while (end >= 0) {
        lines.add(begun.substring(0, end));
        begun = begun.substring(end + 1);
        end = begun.indexOf('\n');
      }
    }

    Conversation send(String line) {
      await(request.write(line + "\n"));
      return this;
    }

    /** Sends without waiting for the server to take it. */
    Future<Void> offer(String line) {
      return request.write(line + "\n");
    }

    Conversation end() {
      await(request.end());
      return this;
    }

    HttpClientResponse response() {
      if (response == null) {
        response = await(request.response());
      }
      return response;
    }

    /** The next line of the answer. */
    String line() throws InterruptedException {
      String line = lines.poll(SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("No line came.");
      }
      return line;
    }

    /** The whole answer, once it has ended. */
    String body() throws InterruptedException {
      if (!ended.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("The answer does not end: " + body);
      }
      synchronized (this) {
        return body.toString();
      }
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
