package io.confluent.ksql.rest.server.http;

import io.vertx.core.buffer.Buffer;

/** Takes an answer that goes on, piece by piece, each of which goes out by itself. */
public interface PieceWriter {
  /**
   * Writes a piece, once there is room.
   *
   * @return whether it was written; false if the client is gone
   */
  boolean write(Buffer piece);

  /** Whether the client is gone, or the answer complete. */
  boolean isClosed();

  /** Ends the answer. */
  void end();

  /** Ends the answer because of a failure, of which the client may have been told already. */
  void fail(HttpError error);
}
