package io.confluent.ksql.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of {@code demo.adoc} that can be run and compared, in their order. */
final class DemoDocument {
  private static final Pattern SOURCE = Pattern.compile("\\[source,\\w+(,role=(?<role>\\S+))?]");
  private static final Pattern LITERAL = Pattern.compile("\\[\\.(?<role>\\S+)]");

  /** What a block is to a test, by its role in the document. */
  enum Kind {
    /** A command of the shell that runs from here to the end of the document. */
    BACKGROUND,
    /** Commands of the shell. */
    SHELL,
    /** The command that opens the terminal client. */
    CLIENT,
    /** What is typed into the terminal client. */
    SQL,
    /** Not run. */
    ASIDE,
    /** What the block before printed. */
    OUTPUT,
    /** What the terminal client, whose query still runs, printed since. */
    MORE
  }

  /**
   * A block.
   *
   * @param line where its text begins, counted from 1
   */
  record Block(Kind kind, int line, String text) {
    boolean isOutput() {
      return kind == Kind.OUTPUT || kind == Kind.MORE;
    }
  }

  private DemoDocument() {}

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if a block has no role, or an unknown one
   */
  static List<Block> parse(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String fence = fence(line);
      if (!fence.isEmpty()) {
        int end = lines.subList(i + 1, lines.size()).indexOf(fence) + i + 1;
        if (end == i) {
          throw new IllegalArgumentException("Line " + (i + 1) + ": the block does not end.");
        }
        Kind kind = kind(i == 0 ? "" : lines.get(i - 1), i + 1);
        blocks.add(new Block(kind, i + 2, String.join("\n", lines.subList(i + 1, end))));
        i = end;
      }
    }
    return blocks;
  }

  private static String fence(String line) {
    return line.equals("----") || line.equals("....") ? line : "";
  }

  private static Kind kind(String attributes, int line) {
    for (Pattern pattern : List.of(SOURCE, LITERAL)) {
      Matcher matcher = pattern.matcher(attributes);
      if (matcher.matches() && matcher.group("role") != null) {
        return Kind.valueOf(matcher.group("role").toUpperCase(Locale.ROOT));
      }
    }
    throw new IllegalArgumentException(
        "Line " + line + ": a block without a role, so nothing would try it.");
  }
}
