package io.confluent.ksql.tools.datagen.generate;

import java.util.Random;

/**
 * Writes texts that a regular expression matches. Quantifiers without an end give up to ten more
 * than the least; a point and negated classes give printable ASCII.
 */
final class RegexText {
  /** No pattern may ask for more characters than this: a record has to fit into a message. */
  static final int LONGEST = 100_000;

  private final RegexNode root;

  private RegexText(RegexNode root) {
    this.root = root;
  }

  /**
   * The texts of a pattern.
   *
   * @throws IllegalArgumentException with one clause about what is wrong with the pattern
   */
  static RegexText of(String pattern) {
    RegexNode root = RegexParser.parse(pattern);
    if (root.cost() > 2L * LONGEST) {
      throw new IllegalArgumentException("its texts can have more than " + LONGEST + " characters");
    }
    return new RegexText(root);
  }

  /** A text that the pattern matches. */
  String next(Random random) {
    StringBuilder text = new StringBuilder();
    root.write(text, random);
    return text.toString();
  }
}
