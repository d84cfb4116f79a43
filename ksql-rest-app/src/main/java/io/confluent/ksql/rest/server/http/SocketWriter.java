package io.confluent.ksql.rest.server.http;

import io.confluent.ksql.rest.wire.WireErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Writes messages of text to a websocket from a worker thread; at most a few wait to be sent. */
public final class SocketWriter implements PieceWriter {
  private static final int MAX_WAITING = 32;
  private static final int MAX_REASON_BYTES = 123;
  private static final Set<Integer> MAY_BE_TRIED_LATER =
      Set.of(
          WireErrorCode.COMMAND_QUEUE_TIMEOUT.number(),
          WireErrorCode.MAX_PUSH_QUERIES.number(),
          WireErrorCode.TOO_MANY_REQUESTS.number());

  private final ServerWebSocket socket;
  private final Context context = Vertx.currentContext();
  private final Semaphore room = new Semaphore(MAX_WAITING);
  private volatile boolean closed;

  SocketWriter(ServerWebSocket socket) {
    this.socket = socket;
    socket.closeHandler(gone -> close());
    socket.exceptionHandler(failure -> close());
  }

  private void close() {
    closed = true;
    room.release(MAX_WAITING);
  }

  /** How a conversation ends. */
  public enum Close {
    DONE(1000),
    BAD_REQUEST(1003),
    FAILURE(1011),
    TRY_LATER(1013);

    private final short code;

    Close(int code) {
      this.code = (short) code;
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean write(Buffer piece) {
    String message = piece.toString(StandardCharsets.UTF_8);
    try {
      while (!closed) {
        if (room.tryAcquire(1, TimeUnit.SECONDS)) {
          context.runOnContext(
              v -> socket.writeTextMessage(message).onComplete(done -> room.release()));
          return !closed;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Override
  public void end() {
    end(Close.DONE, "done");
  }

  @Override
  public void fail(HttpError error) {
    end(closing(error), error.body().message());
  }

  private static Close closing(HttpError error) {
    if (MAY_BE_TRIED_LATER.contains(error.body().errorCode())) {
      return Close.TRY_LATER;
    }
    return error.status() < 500 ? Close.BAD_REQUEST : Close.FAILURE;
  }

  /** Ends the conversation and says why, as far as a closing message has room for it. */
  public void end(Close how, String reason) {
    byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
    String shown = reason;
    for (int length = reason.length(); bytes.length > MAX_REASON_BYTES; length--) {
      shown = reason.substring(0, length - 1);
      bytes = shown.getBytes(StandardCharsets.UTF_8);
    }
    String last = shown;
    context.runOnContext(v -> socket.close(how.code, last));
  }
}
