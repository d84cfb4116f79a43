package io.confluent.ksql.embedded;

import java.io.PrintStream;
import java.util.Locale;

/** Draws the demo in the terminal. May be used by several threads. */
final class DemoScreen {
  private static final String RED = "\u001b[31m";
  private static final String GREY = "\u001b[90m";
  private static final String RESET = "\u001b[0m";
  private static final int BAR = 40;
  private static final double FULL_BAR = 4.0;

  private final PrintStream out;
  private final boolean coloured;

  /**
   * @param coloured whether the terminal knows colours
   */
  DemoScreen(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  synchronized void line(String text) {
    out.println(text);
    out.flush();
  }

  void heading() {
    line(String.format(Locale.ROOT, "%n  %-10s %-10s %s", "EVENTID", "ANOMALY", ""));
  }

  void scored(String id, double score) {
    int length = (int) Math.min(BAR, Math.round(score / FULL_BAR * BAR));
    line(
        String.format(Locale.ROOT, "  %-10s %-10.4f ", id, score)
            + paint(GREY, "#".repeat(Math.max(length, 0))));
  }

  void notScorable(String id) {
    line(String.format(Locale.ROOT, "  %-10s %-10s ", id, "-") + paint(GREY, "not scorable"));
  }

  void alert(String id, double score) {
    line(paint(RED, String.format(Locale.ROOT, "  ALERT: beat %s scores %.4f", id, score)));
  }

  private String paint(String colour, String text) {
    return coloured && !text.isEmpty() ? colour + text + RESET : text;
  }
}
