package io.confluent.ksql.function.builtin.string;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What LPAD and RPAD have in common: they differ only in the side that is filled up. */
final class Padding {
  /** Puts what fills up before or behind what is padded. */
  @FunctionalInterface
  interface Side<T> {
    T join(T padded, T filling);
  }

  private Padding() {}

  /** The text cut or filled up to a length; null for a negative one or an empty padding. */
  static String pad(String text, int length, String padding, Side<String> side) {
    Buffers.checkLength(length);
    if (length < 0 || padding.isEmpty()) {
      return null;
    }
    int missing = length - text.length();
    return missing <= 0
        ? text.substring(0, length)
        : side.join(
            text,
            padding.repeat(missing / padding.length())
                + padding.substring(0, missing % padding.length()));
  }

  /** The bytes cut or filled up to a length; null for a negative one or an empty padding. */
  static ByteBuffer pad(ByteBuffer bytes, int length, ByteBuffer padding, Side<ByteBuffer> side) {
    Buffers.checkLength(length);
    if (length < 0 || !padding.hasRemaining()) {
      return null;
    }
    int missing = length - bytes.remaining();
    return missing <= 0
        ? ByteBuffer.wrap(Arrays.copyOf(Buffers.bytes(bytes), length))
        : side.join(bytes, filling(missing, Buffers.bytes(padding)));
  }

  private static ByteBuffer filling(int length, byte[] padding) {
    byte[] filling = new byte[length];
    for (int i = 0; i < length; i++) {
      filling[i] = padding[i % padding.length];
    }
    return ByteBuffer.wrap(filling);
  }
}
