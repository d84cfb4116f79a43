package io.confluent.ksql.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Questions about ranges of bytes, answered eight bytes at a time. */
public final class AsciiBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;

  /** The highest bit of each byte; a word of ASCII has none of them. */
  public static final long HIGH_BITS = 0x8080808080808080L;

  private static final long QUOTES = '"' * ONES;
  private static final long ESCAPES = '\\' * ONES;
  private static final long BLANKS = ' ' * ONES;

  private AsciiBytes() {}

  /** Whether all bytes from an index on up to, but not including, another are ASCII. */
  public static boolean are(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      if (((long) LONGS.get(bytes, i) & HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** The eight bytes from an index on, the first of them lowest. */
  public static long word(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /**
   * Marks where a byte, given eight times as {@link #eightOf} does, stands in a word: of the {@link
   * #HIGH_BITS} the lowest that is set is that of the first such byte. Those above may be wrong,
   * and so are all other bits.
   */
  public static long marks(long word, long eight) {
    return zeroes(word ^ eight);
  }

  /** A byte eight times, as {@link #marks} and {@link #skip} want it. */
  public static long eightOf(byte b) {
    return (b & 0xFFL) * ONES;
  }

  /**
   * Whether one of four bytes, each eight times in a word, may stand in a word; never false if one
   * does.
   */
  private static boolean maybeIn(long word, long a, long b, long c, long d) {
    return ((zeroes(word ^ a) | zeroes(word ^ b) | zeroes(word ^ c) | zeroes(word ^ d)) & HIGH_BITS)
        != 0;
  }

  private static long zeroes(long word) {
    return (word - ONES) & ~word;
  }

  /**
   * Index of the first eight bytes, or of the first of the bytes that are left over at the end, in
   * which one of four bytes may stand; {@code to} if they stand nowhere and no byte is left over.
   */
  public static int skip(byte[] bytes, int from, int to, long a, long b, long c, long d) {
    int i = from;
    while (i <= to - Long.BYTES && !maybeIn((long) LONGS.get(bytes, i), a, b, c, d)) {
      i += Long.BYTES;
    }
    return i;
  }

  /**
   * Index of the first double quote from an index on, if only ASCII stands before it, without
   * backslashes and control characters; -1 otherwise.
   */
  public static int endOfQuoted(byte[] bytes, int from, int to) {
    int i = from;
    while (i <= to - Long.BYTES) {
      long word = (long) LONGS.get(bytes, i);
      long special = zeroes(word ^ QUOTES) | zeroes(word ^ ESCAPES) | word - BLANKS & ~word | word;
      long found = special & HIGH_BITS;
      if (found != 0) {
        // Of the lowest byte that is marked the mark is right; those above may be carries.
        i += Long.numberOfTrailingZeros(found) >>> 3;
        return bytes[i] == '"' ? i : -1;
      }
      i += Long.BYTES;
    }
    for (; i < to; i++) {
      byte b = bytes[i];
      if (b == '"') {
        return i;
      }
      if (b < ' ' || b == '\\') {
        return -1;
      }
    }
    return -1;
  }
}
