package io.confluent.ksql.cli.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of texts: a line of column names, a dashed line, rows, a dashed line. Fits a width by
 * narrowing its widest columns, whose cells then run over several lines.
 */
final class Table {
  private static final int SMALLEST_COLUMN = 5;
  private static final String SEPARATOR = " | ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;

  private Table(List<String> header) {
    this.columns = header.size();
    rows.add(header);
  }

  static Table of(String... header) {
    return new Table(List.of(header));
  }

  Table row(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException("A row of " + cells.length + " in a table of " + columns);
    }
    rows.add(
        Arrays.stream(cells)
            .map(cell -> DisplayText.harmless(cell.toString()).replace('\t', ' '))
            .toList());
    return this;
  }

  /**
   * @param width the places of a line; 0 for as many as are needed
   */
  List<String> lines(int width) {
    int[] widths = widths(width);
    int total = IntStream.of(widths).sum() + SEPARATOR.length() * (columns - 1) + 2;
    String dashes = "-".repeat(total);
    List<String> lines = new ArrayList<>();
    append(lines, rows.get(0), widths);
    lines.add(dashes);
    for (List<String> row : rows.subList(1, rows.size())) {
      append(lines, row, widths);
    }
    lines.add(dashes);
    return lines;
  }

  private static void append(List<String> lines, List<String> row, int[] widths) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> cell = DisplayText.wrapped(row.get(i), widths[i]);
      cells.add(cell);
      height = Math.max(height, cell.size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder out = new StringBuilder(" ");
      for (int i = 0; i < widths.length; i++) {
        List<String> cell = cells.get(i);
        out.append(i == 0 ? "" : SEPARATOR);
        out.append(DisplayText.padded(line < cell.size() ? cell.get(line) : "", widths[i]));
      }
      lines.add(out.append(' ').toString());
    }
  }

  private int[] widths(int lineWidth) {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] =
            Math.max(widths[i], row.get(i).lines().mapToInt(DisplayText::width).max().orElse(0));
      }
    }
    if (lineWidth > 0) {
      int available = lineWidth - SEPARATOR.length() * (columns - 1) - 2;
      // Words are cut only where breaking lines between them is not enough.
      narrow(widths, available, longestWords());
      int[] smallest = new int[columns];
      Arrays.fill(smallest, SMALLEST_COLUMN);
      narrow(widths, available, smallest);
    }
    return widths;
  }

  private int[] longestWords() {
    int[] longest = new int[columns];
    Arrays.fill(longest, SMALLEST_COLUMN);
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        for (String word : row.get(i).split("\\s", -1)) {
          longest[i] = Math.max(longest[i], DisplayText.width(word));
        }
      }
    }
    return longest;
  }

  /** Takes places from the widest columns until the line fits or all have their least width. */
  private static void narrow(int[] widths, int available, int[] least) {
    for (int excess = IntStream.of(widths).sum() - available; excess > 0; excess--) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean wider = widest < 0 || widths[i] > widths[widest];
        widest = widths[i] > least[i] && wider ? i : widest;
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }
}
