package io.confluent.ksql.serde.delimited;

import io.confluent.ksql.row.AsciiBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes, reused from record to record. */
final class ByteSink {
  private static final int SHORT = 32;
  private static final long LINES = AsciiBytes.eightOf((byte) '\n');
  private static final long RETURNS = AsciiBytes.eightOf((byte) '\r');

  private byte[] bytes = new byte[256];
  private int length;

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  byte at(int index) {
    return bytes[index];
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  void write(byte b) {
    reserve(1);
    bytes[length++] = b;
  }

  void write(byte[] more) {
    write(more, 0, more.length);
  }

  void write(byte[] more, int from, int to) {
    reserve(to - from);
    System.arraycopy(more, from, bytes, length, to - from);
    length += to - from;
  }

  /** The text in UTF-8. */
  void write(String text) {
    int chars = text.length();
    if (chars > SHORT) {
      // Copies the text once more, but as a whole.
      write(text.getBytes(StandardCharsets.UTF_8));
      return;
    }
    reserve(chars);
    int start = length;
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c > 0x7F) {
        length = start;
        write(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[length++] = (byte) c;
    }
  }

  /** The number in decimal digits. */
  void write(long number) {
    if (number == Long.MIN_VALUE) {
      write(Long.toString(number));
      return;
    }
    long rest = Math.abs(number);
    if (number < 0) {
      write((byte) '-');
    }
    int digits = 1;
    for (long power = 10; digits < 19 && rest >= power; power *= 10) {
      digits++;
    }
    reserve(digits);
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /** Whether a delimiter, a quote or a line end stands at that place or behind it. */
  boolean hasSpecial(Delimiter delimiter, byte quote, int from) {
    int i =
        AsciiBytes.skip(
            bytes,
            from,
            length,
            delimiter.eightFirsts(),
            AsciiBytes.eightOf(quote),
            LINES,
            RETURNS);
    for (; i < length; i++) {
      byte c = bytes[i];
      if (c == '\n' || c == '\r' || c == quote || delimiter.isAt(bytes, i, length)) {
        return true;
      }
    }
    return false;
  }

  /** Puts what was written since a place in quotes, doubling those in it. */
  void quoteFrom(int start, byte quote) {
    byte[] field = Arrays.copyOfRange(bytes, start, length);
    length = start;
    write(quote);
    for (byte b : field) {
      if (b == quote) {
        write(quote);
      }
      write(b);
    }
    write(quote);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
    }
  }
}
