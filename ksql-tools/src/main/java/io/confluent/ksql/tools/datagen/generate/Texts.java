package io.confluent.ksql.tools.datagen.generate;

/** Generators of random texts. */
final class Texts {
  private static final int USUAL_LENGTH = 8;
  private static final int ATTEMPTS = 1000;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  private Texts() {}

  /** Small letters and digits. */
  static Generator letters(Hints hints) {
    Hints.Range length = hints.length(USUAL_LENGTH);
    return random -> {
      StringBuilder text = new StringBuilder();
      for (int i = length.next(random); i > 0; i--) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      return text.toString();
    };
  }

  /** What a regular expression matches; of a length, if that is given as well. */
  static Generator regex(Hints hints) {
    RegexText texts;
    try {
      texts = RegexText.of(hints.text("regex").orElseThrow());
    } catch (IllegalArgumentException e) {
      throw hints.wrong("nothing can be written by the regex: %s", e.getMessage());
    }
    if (!hints.has("length")) {
      return texts::next;
    }
    Hints.Range length = hints.length(USUAL_LENGTH);
    return random -> {
      for (int i = 0; i < ATTEMPTS; i++) {
        String text = texts.next(random);
        if (text.length() >= length.min() && text.length() < length.max()) {
          return text;
        }
      }
      throw hints.wrong("the regex hardly ever gives a text of that length");
    };
  }
}
