package io.confluent.ksql.rest.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** An answer that is still being written. One thread reads it; any thread may close it. */
final class OpenAnswer implements AutoCloseable {
  private final InputStream body;
  private final Transport transport;
  private volatile boolean closed;

  OpenAnswer(InputStream body, Transport transport) {
    this.body = body;
    this.transport = transport;
  }

  InputStream body() {
    return body;
  }

  boolean isClosed() {
    return closed;
  }

  /** What a failure to read means: the end if this was closed, else an exception. */
  <T> Optional<T> endOrThrow(IOException failure) {
    if (closed) {
      return Optional.empty();
    }
    throw transport.broken(failure);
  }

  @Override
  public void close() {
    closed = true;
    try {
      body.close();
    } catch (IOException e) {
      // The connection is gone, which is what was wanted.
      return;
    }
  }
}
