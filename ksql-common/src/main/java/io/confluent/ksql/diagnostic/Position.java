package io.confluent.ksql.diagnostic;

/**
 * A place in a text as people count.
 *
 * @param line one-based
 * @param column one-based, in characters
 */
public record Position(int line, int column) {
  /** The position of a zero-based index. */
  public static Position of(String text, int index) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < Math.min(index, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Position(line, index - lineStart + 1);
  }
}
