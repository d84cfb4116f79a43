package io.confluent.ksql.parser;

import io.confluent.ksql.parser.syntax.Words;
import java.util.List;

/** The words of the language. */
public final class Keywords {
  private Keywords() {}

  /** All of them in upper case and alphabetical order. */
  public static List<String> all() {
    return Words.all();
  }

  /** Whether a word, in any case, must be quoted to be a name. */
  public static boolean isReserved(String word) {
    return Words.isReserved(word);
  }
}
