package io.confluent.ksql.cli.render;

import io.confluent.ksql.rest.client.ResultColumn;
import io.confluent.ksql.rest.wire.StreamedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows the rows of a query below a box of column names, as they come. */
public final class RowTable {
  private static final String TOMBSTONE = "<TOMBSTONE>";

  private final RowLayout layout;
  private List<ResultColumn> columns = List.of();

  /** A table without columns yet. */
  public RowTable(RowLayout layout) {
    this.layout = layout;
  }

  /** The box of column names; the rows after it are shown below them. */
  public List<String> header(List<ResultColumn> resultColumns) {
    columns = List.copyOf(resultColumns);
    if (columns.isEmpty()) {
      return List.of();
    }
    int width = layout.columnWidth(columns.size());
    String line = ("+" + "-".repeat(width)).repeat(columns.size()) + "+";
    List<String> lines = new ArrayList<>();
    lines.add(line);
    lines.addAll(
        boxed(columns.stream().map(column -> DisplayText.harmless(column.name())).toList(), width));
    lines.add(line);
    return lines;
  }

  /** A row; as values between bars if no header came before it, as from classic servers. */
  public List<String> row(StreamedRow.Row row) {
    List<Object> values = row.columns().orElse(List.of());
    if (columns.isEmpty()) {
      return List.of(
          values.stream().map(value -> CellText.of(value, "")).collect(Collectors.joining(" | ")));
    }
    boolean tombstone = row.tombstone().orElse(false);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String type = i < columns.size() ? columns.get(i).type() : "";
      boolean deleted = tombstone && values.get(i) == null;
      cells.add(deleted ? TOMBSTONE : CellText.of(values.get(i), type));
    }
    return boxed(cells, layout.columnWidth(columns.size()));
  }

  private List<String> boxed(List<String> cells, int width) {
    List<List<String>> cut = cells.stream().map(cell -> lines(cell, width)).toList();
    int height = cut.stream().mapToInt(List::size).max().orElse(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder("|");
      for (List<String> cell : cut) {
        line.append(DisplayText.padded(i < cell.size() ? cell.get(i) : "", width)).append('|');
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private List<String> lines(String cell, int width) {
    return switch (layout.overflow()) {
      case WRAP -> DisplayText.cut(cell, width);
      case CLIP -> List.of(DisplayText.clipped(cell.replace('\n', ' '), width));
    };
  }
}
