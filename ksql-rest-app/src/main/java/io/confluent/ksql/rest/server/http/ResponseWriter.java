package io.confluent.ksql.rest.server.http;

import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.WireJson;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes an answer from a worker thread. Each piece is flushed by itself; at most a few wait for
 * the socket, and the writer waits with them. A client that is gone shows as {@link #isClosed}.
 */
public final class ResponseWriter implements PieceWriter {
  private static final int MAX_WAITING = 32;

  private final HttpServerResponse response;
  private final Context context;
  private final boolean chunked;
  private final Semaphore room = new Semaphore(MAX_WAITING);
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean closed;

  ResponseWriter(HttpServerRequest request) {
    response = request.response();
    context = Vertx.currentContext();
    chunked = request.version() != HttpVersion.HTTP_2;
    response.closeHandler(gone -> close());
    response.exceptionHandler(failure -> close());
    response.endHandler(ended -> close());
  }

  private void close() {
    closed = true;
    room.release(MAX_WAITING);
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  void begin(String contentType) {
    begun.set(true);
    context.runOnContext(
        v -> {
          response.setStatusCode(200).putHeader(HttpHeaders.CONTENT_TYPE, contentType);
          if (chunked) {
            response.setChunked(true);
          }
        });
  }

  /** Tells the client that its request is taken, before there is anything to answer. */
  void beginNow(String contentType) {
    begin(contentType);
    context.runOnContext(
        v -> {
          if (!response.ended() && !response.closed()) {
            response.writeHead();
          }
        });
  }

  @Override
  public boolean write(Buffer piece) {
    try {
      while (!closed) {
        if (room.tryAcquire(1, TimeUnit.SECONDS)) {
          context.runOnContext(v -> send(piece));
          return !closed;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void send(Buffer piece) {
    if (response.ended() || response.closed()) {
      room.release();
      return;
    }
    Future<Void> sent = response.write(piece);
    sent.onComplete(done -> room.release());
  }

  @Override
  public void end() {
    context.runOnContext(
        v -> {
          if (!response.ended() && !response.closed()) {
            response.end();
          }
        });
  }

  void end(int status, String contentType, Buffer body, List<CharSequence> headers) {
    begun.set(true);
    context.runOnContext(
        v -> {
          if (response.ended() || response.closed()) {
            return;
          }
          response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, contentType);
          for (int i = 0; i + 1 < headers.size(); i += 2) {
            response.putHeader(headers.get(i), headers.get(i + 1));
          }
          response.end(body);
        });
  }

  /** Answers with an error, if nothing was answered yet. */
  @Override
  public void fail(HttpError error) {
    if (begun.compareAndSet(false, true)) {
      end(error.status(), MediaTypes.JSON, Buffer.buffer(WireJson.write(error.body())), List.of());
    } else {
      end();
    }
  }
}
