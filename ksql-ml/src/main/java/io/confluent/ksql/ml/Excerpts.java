package io.confluent.ksql.ml;

import java.nio.charset.StandardCharsets;

/** Short, printable pieces of input for messages: input may hold anything, of any length. */
final class Excerpts {
  private static final int MAX_CHARACTERS = 20;
  private static final int MAX_BYTES = 4 * MAX_CHARACTERS;

  private Excerpts() {}

  /** A piece of a text in UTF-8; controls are shown as {@code ?}, a long piece is cut. */
  static String of(byte[] utf8, int from, int to) {
    int length = Math.min(to - from, MAX_BYTES);
    String piece = new String(utf8, from, length, StandardCharsets.UTF_8);
    StringBuilder shown = new StringBuilder();
    int characters = 0;
    for (int i = 0; i < piece.length() && characters < MAX_CHARACTERS; characters++) {
      int point = piece.codePointAt(i);
      boolean hidden =
          Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
      shown.appendCodePoint(hidden ? '?' : point);
      i += Character.charCount(point);
    }
    return shown.length() < piece.length() || length < to - from ? shown + "..." : shown.toString();
  }
}
