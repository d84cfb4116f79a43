package io.confluent.ksql.benchmarks.latency;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection of HTTP/1.1 that is kept: a client whose own part of an answer's time is small.
 * Not for use by several threads.
 */
final class PlainHttp implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final String host;
  private final InputStream in;

  PlainHttp(URI server) {
    try {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      host = server.getHost() + ":" + server.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks; the answer is to be read. */
  void send(String methodAndPath, String body) {
    String request =
        "%s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(methodAndPath, host, body.length(), body);
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body of an answer, read to its end. */
  String answer() {
    try {
      String status = line();
      if (!status.startsWith("HTTP/1.1 200")) {
        throw new IllegalStateException(status);
      }
      int length = -1;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
          length = Integer.parseInt(header.substring(LENGTH.length()).trim());
        }
      }
      return length >= 0 ? text(in.readNBytes(length)) : chunks();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return text(body.toByteArray());
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  /** The next line, of a header or of a body that never ends. */
  String line() {
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream(128);
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new IllegalStateException("The server has hung up.");
        }
        if (next != '\r') {
          line.write(next);
        }
      }
      return text(line.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
