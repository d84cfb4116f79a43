package io.confluent.ksql.cli.render;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Text as a terminal shows it, where a character may take no, one or two places. */
public final class DisplayText {
  private static final String ELLIPSIS = "...";

  private DisplayText() {}

  /** The places a text takes; it must be free of control characters. */
  static int width(String text) {
    return text.codePoints().map(DisplayText::width).sum();
  }

  private static int width(int codePoint) {
    return Math.max(0, WCWidth.wcwidth(codePoint));
  }

  /**
   * A text whose control characters do nothing to a terminal: tabs and line ends stay, all others
   * are spelled out.
   */
  public static String harmless(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
        out.append(c);
      } else if (c != '\r') {
        out.append(String.format("\\u%04X", (int) c));
      }
    }
    return out.toString();
  }

  /** The text and blanks to a width. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The text, its end replaced by dots if it is wider than that; at least one character stays. */
  static String clipped(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    return text.substring(0, fitting(text, Math.max(1, width - ELLIPSIS.length()))) + ELLIPSIS;
  }

  /** The text in lines of at most a width, cut anywhere; at least one line. */
  static List<String> cut(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String rest = line;
      for (int end = fitting(rest, width); end < rest.length(); end = fitting(rest, width)) {
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      lines.add(rest);
    }
    return lines;
  }

  /** The text in lines of at most a width, cut at blanks where there are any; at least one line. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String rest = line;
      for (int end = fitting(rest, width); end < rest.length(); end = fitting(rest, width)) {
        int blank = rest.charAt(end) == ' ' ? end : rest.lastIndexOf(' ', end - 1);
        int cut = blank > 0 ? blank : end;
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut).stripLeading();
      }
      lines.add(rest);
    }
    return lines;
  }

  /** How many characters from the start fit into a width; at least the first, however wide. */
  private static int fitting(String text, int width) {
    int used = 0;
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      used += width(codePoint);
      if (used > width && index > 0) {
        return index;
      }
      index += Character.charCount(codePoint);
    }
    return index;
  }
}
