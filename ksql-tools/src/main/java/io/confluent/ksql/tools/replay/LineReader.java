package io.confluent.ksql.tools.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a file as bytes: a recording need not be valid text. */
final class LineReader implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final InputStream input;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineReader(InputStream input) {
    this.input = new BufferedInputStream(input, BUFFER);
  }

  /** The next line that is not empty, without its end; null after the last. */
  byte[] next() throws IOException {
    line.reset();
    for (int read = input.read(); read >= 0; read = input.read()) {
      if (read != '\n') {
        line.write(read);
        continue;
      }
      byte[] found = withoutCarriageReturn();
      if (found.length > 0) {
        return found;
      }
      line.reset();
    }
    byte[] last = withoutCarriageReturn();
    return last.length > 0 ? last : null;
  }

  private byte[] withoutCarriageReturn() {
    byte[] bytes = line.toByteArray();
    boolean ends = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return ends ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
