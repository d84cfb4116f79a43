package io.confluent.ksql.rest.server.http;

import io.confluent.ksql.rest.wire.WireErrorCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The lines of a body while it comes. The event loop brings them, one worker fetches them; the
 * client is held back while more than a few wait.
 */
public final class BodyLines {
  private static final byte LINE_END = '\n';
  private static final int MAX_WAITING = 1000;

  private final HttpServerRequest request;
  private final Context context = Vertx.currentContext();
  private final long maxLine;
  private final Deque<String> lines = new ArrayDeque<>();
  private Buffer begun = Buffer.buffer();
  private boolean ended;
  private boolean tooLong;
  private boolean paused;

  /**
   * The lines of a request; made on the event loop.
   *
   * @param maxLine how many bytes a line may have
   */
  BodyLines(HttpServerRequest request, long maxLine) {
    this.request = request;
    this.maxLine = maxLine;
    request.handler(this::take);
    request.endHandler(end -> finish());
    request.exceptionHandler(failure -> finish());
  }

  private synchronized void take(Buffer part) {
    int from = 0;
    for (int i = 0; i < part.length(); i++) {
      if (part.getByte(i) == LINE_END) {
        add(part.slice(from, i));
        from = i + 1;
      }
    }
    begun.appendBuffer(part.slice(from, part.length()));
    if (begun.length() > maxLine) {
      tooLong = true;
      begun = Buffer.buffer();
    }
    if (lines.size() > MAX_WAITING && !paused) {
      paused = true;
      request.pause();
    }
    notifyAll();
  }

  private void add(Buffer end) {
    String line = begun.appendBuffer(end).toString(StandardCharsets.UTF_8);
    begun = Buffer.buffer();
    if (!line.isBlank()) {
      lines.addLast(line);
    }
  }

  private synchronized void finish() {
    add(Buffer.buffer());
    ended = true;
    notifyAll();
  }

  /**
   * The next line that is not blank; empty at the end of the body.
   *
   * @throws HttpError if a line is too long
   */
  public synchronized Optional<String> next() {
    try {
      while (lines.isEmpty() && !ended && !tooLong) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    if (tooLong) {
      throw HttpError.of(
          WireErrorCode.BAD_REQUEST, "A line is longer than %d bytes.".formatted(maxLine));
    }
    if (paused && lines.size() < MAX_WAITING / 2) {
      paused = false;
      context.runOnContext(v -> request.resume());
    }
    return Optional.ofNullable(lines.pollFirst());
  }
}
