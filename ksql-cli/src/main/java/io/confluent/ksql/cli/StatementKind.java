package io.confluent.ksql.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who has to do with a statement. */
enum StatementKind {
  /** The client: SET, UNSET, DEFINE, UNDEFINE, LIST VARIABLES. */
  SESSION,
  /** The server, which answers with rows as long as there are any. */
  SELECT,
  /** The server, which answers with lines as long as there are any. */
  PRINT,
  /** The server, which answers once. */
  OTHER;

  private static final Pattern FIRST_WORD = Pattern.compile("\\w+");
  private static final Pattern LIST_VARIABLES =
      Pattern.compile("(?is)(LIST|SHOW)\\s+VARIABLES\\s*;?\\s*");

  static StatementKind of(String statement) {
    Matcher word = FIRST_WORD.matcher(statement);
    String first = word.lookingAt() ? word.group().toUpperCase(Locale.ROOT) : "";
    return switch (first) {
      case "SELECT" -> SELECT;
      case "PRINT" -> PRINT;
      case "SET", "UNSET", "DEFINE", "UNDEFINE" -> SESSION;
      case "LIST", "SHOW" -> LIST_VARIABLES.matcher(statement).matches() ? SESSION : OTHER;
      default -> OTHER;
    };
  }
}
