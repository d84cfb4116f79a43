package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.KsqlFunctionException;

/** What characters are replaced by, for each class of characters; null leaves a class as it is. */
record Masking(String upper, String lower, String digit, String other) {
  /** The masks when none are given. */
  static final Masking DEFAULT = new Masking("X", "x", "n", "-");

  Masking {
    check(upper);
    check(lower);
    check(digit);
    check(other);
  }

  private static void check(String mask) {
    if (mask != null && mask.length() != 1) {
      throw new KsqlFunctionException("A mask is one character, not '" + mask + "'.");
    }
  }

  /** The text with the characters from one position up to another masked. */
  String mask(String text, int from, int to) {
    StringBuilder masked = new StringBuilder(text);
    for (int i = Math.max(0, from); i < Math.min(text.length(), to); i++) {
      String mask = maskOf(text.charAt(i));
      if (mask != null) {
        masked.setCharAt(i, mask.charAt(0));
      }
    }
    return masked.toString();
  }

  private String maskOf(char c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER -> upper;
      case Character.LOWERCASE_LETTER -> lower;
      case Character.DECIMAL_DIGIT_NUMBER -> digit;
      default -> other;
    };
  }

  static int checkedCount(int count) {
    if (count < 0) {
      throw new KsqlFunctionException("A number of characters cannot be negative: " + count);
    }
    return count;
  }
}
