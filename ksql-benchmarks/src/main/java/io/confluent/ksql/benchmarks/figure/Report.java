package io.confluent.ksql.benchmarks.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Comparisons as people and as programs read them. */
public final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADER =
      "| case | unit | ours | against | theirs | ratio | spread | runs | rows/s ours | theirs |\n"
          + "|---|---|---|---|---|---|---|---|---|---|";

  private Report() {}

  /** A table of Markdown, a line for each baseline of each case. */
  public static String table(List<Comparison> comparisons) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (Comparison comparison : comparisons) {
      lines.addAll(lines(comparison));
    }
    return String.join("\n", lines);
  }

  private static List<String> lines(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    String start =
        "| %s | %s | %s"
            .formatted(
                comparison.name(),
                comparison.unit(),
                number(Figures.median(comparison.ours().values())));
    String rows = rows(comparison.ours());
    comparison
        .baselines()
        .forEach(
            (name, series) ->
                lines.add(
                    "%s | %s | %s | %s | %s | %d | %s | %s |"
                        .formatted(
                            start,
                            name,
                            number(Figures.median(series.values())),
                            number(comparison.ratio(name)),
                            percent(comparison.spread(name)),
                            comparison.runs(),
                            rows,
                            rows(series))));
    if (lines.isEmpty()) {
      String spread = percent(Figures.spread(comparison.ours().values()));
      lines.add("%s | | | | %s | %d | %s | |".formatted(start, spread, comparison.runs(), rows));
    }
    return lines;
  }

  private static String rows(Series series) {
    return series.rowsPerSecond().isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%,.0f", Figures.median(series.rowsPerSecond()));
  }

  /** Three digits that mean something. */
  private static String number(double value) {
    String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.0f %%", part * 100);
  }

  /**
   * One line of JSON. {@code against}, {@code baseline}, {@code ratio} and {@code spread} are about
   * the baseline that matters most; {@code others} has the same of the rest. Without a baseline the
   * spread is that of ours.
   */
  public static String json(Comparison comparison) {
    ObjectNode line = JSON.createObjectNode();
    line.put("name", comparison.name());
    line.put("unit", comparison.unit());
    line.put("ours", rounded(Figures.median(comparison.ours().values())));
    line.put("runs", comparison.runs());
    putRows(line, "rowsPerSecond", comparison.ours());
    ObjectNode others = JSON.createObjectNode();
    boolean first = true;
    for (Map.Entry<String, Series> baseline : comparison.baselines().entrySet()) {
      ObjectNode node = first ? line : others.putObject(baseline.getKey());
      if (first) {
        node.put("against", baseline.getKey());
      }
      node.put("baseline", rounded(Figures.median(baseline.getValue().values())));
      node.put("ratio", rounded(comparison.ratio(baseline.getKey())));
      node.put("spread", rounded(comparison.spread(baseline.getKey())));
      putRows(node, "baselineRowsPerSecond", baseline.getValue());
      first = false;
    }
    if (first) {
      line.putNull("baseline");
      line.putNull("ratio");
      line.put("spread", rounded(Figures.spread(comparison.ours().values())));
    }
    if (!others.isEmpty()) {
      line.set("others", others);
    }
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void putRows(ObjectNode node, String name, Series series) {
    if (!series.rowsPerSecond().isEmpty()) {
      node.put(name, Math.round(Figures.median(series.rowsPerSecond())));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
