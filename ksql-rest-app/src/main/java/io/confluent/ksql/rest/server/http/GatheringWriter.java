package io.confluent.ksql.rest.server.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * Gathers small pieces of an answer into larger ones; an answer that is no longer than one of them
 * goes out whole. For one thread.
 */
final class GatheringWriter implements PieceWriter {
  private static final int MAX_BYTES = 5 * 1024;
  private static final long MAX_NANOS = 200_000_000;

  private final ResponseWriter writer;
  private final String contentType;
  private Buffer gathered = Buffer.buffer();
  private long since = System.nanoTime();
  private boolean begun;

  GatheringWriter(ResponseWriter writer, String contentType) {
    this.writer = writer;
    this.contentType = contentType;
  }

  @Override
  public boolean write(Buffer piece) {
    gathered.appendBuffer(piece);
    if (gathered.length() < MAX_BYTES && System.nanoTime() - since < MAX_NANOS) {
      return !writer.isClosed();
    }
    if (!begun) {
      begun = true;
      writer.begin(contentType);
    }
    boolean written = writer.write(gathered);
    gathered = Buffer.buffer();
    since = System.nanoTime();
    return written;
  }

  @Override
  public boolean isClosed() {
    return writer.isClosed();
  }

  @Override
  public void end() {
    if (!begun) {
      writer.end(200, contentType, gathered, List.of());
      return;
    }
    if (gathered.length() > 0) {
      writer.write(gathered);
    }
    writer.end();
  }

  @Override
  public void fail(HttpError error) {
    end();
  }
}
