package io.confluent.ksql.cli.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines that an answer is written as, collected from tables, labelled values and plain text. */
final class Page {
  private static final String LABEL = "%-20s : %s";

  private final List<String> lines = new ArrayList<>();
  private final int width;

  /**
   * @param width the places of a line; 0 for as many as are needed
   */
  Page(int width) {
    this.width = width;
  }

  List<String> lines() {
    return Collections.unmodifiableList(lines);
  }

  Page blank() {
    lines.add("");
    return this;
  }

  Page text(String text) {
    DisplayText.harmless(text).lines().forEach(lines::add);
    return this;
  }

  Page label(String name, Object value) {
    return text(String.format(LABEL, name, value));
  }

  Page table(Table table) {
    lines.addAll(table.lines(width));
    return this;
  }

  Page underlined(String title) {
    return text(title).text("-".repeat(DisplayText.width(title)));
  }
}
