package io.confluent.ksql.distribution;

import java.util.regex.Pattern;

/**
 * Output as a document shows it: {@code ...} alone on a line stands for any lines, {@code ...} in a
 * line for anything up to its end or to what follows.
 */
final class OutputPattern {
  private static final String ANYTHING = "...";

  private final String shown;
  private final Pattern pattern;

  private OutputPattern(String shown, Pattern pattern) {
    this.shown = shown;
    this.pattern = pattern;
  }

  static OutputPattern of(String shown) {
    StringBuilder regex = new StringBuilder();
    for (String line : normalized(shown).split("\n", -1)) {
      regex.append(line.strip().equals(ANYTHING) ? "(.*\n)*?" : lineRegex(line) + "\n");
    }
    return new OutputPattern(normalized(shown), Pattern.compile(regex.toString()));
  }

  private static String lineRegex(String line) {
    StringBuilder regex = new StringBuilder();
    int from = 0;
    for (int at = line.indexOf(ANYTHING); at >= 0; at = line.indexOf(ANYTHING, from)) {
      regex.append(Pattern.quote(line.substring(from, at))).append(".*");
      from = at + ANYTHING.length();
    }
    return regex.append(Pattern.quote(line.substring(from))).toString();
  }

  boolean matches(String output) {
    return pattern.matcher(normalized(output) + "\n").matches();
  }

  /** Without blanks at the ends of lines and without blank lines at the ends. */
  static String normalized(String text) {
    return text.replace("\r", "").replaceAll("(?m)[ \t]+$", "").replaceAll("^\n+|\n+$", "");
  }

  @Override
  public String toString() {
    return shown;
  }
}
