package io.confluent.ksql.cli.render;

/**
 * How rows are shown.
 *
 * @param width places of a line of the terminal
 * @param columnWidth places of a column; 0 to share the line among the columns
 * @param overflow what happens to a value that is wider
 */
public record RowLayout(int width, int columnWidth, Overflow overflow) {
  private static final int SMALLEST_COLUMN = 5;

  /** What happens to a value that is wider than its column. */
  public enum Overflow {
    /** It runs over several lines. */
    WRAP,
    /** Its end is cut off. */
    CLIP
  }

  int columnWidth(int columns) {
    return columnWidth > 0 ? columnWidth : Math.max(width / columns - 2, SMALLEST_COLUMN);
  }
}
