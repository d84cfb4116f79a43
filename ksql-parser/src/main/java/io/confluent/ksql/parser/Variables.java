package io.confluent.ksql.parser;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of variables in the place of {@code ${name}}.
 *
 * <p>Inside quotes any value may stand, its quotes are doubled. Elsewhere a value must be one name
 * or one constant, so that none can change what a statement does. Comments are left as they are,
 * and so are unknown variables, which the parser then points at.
 */
public final class Variables {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_@]*");
  private static final Pattern QUOTED_NAME = Pattern.compile("`([^`]|``)+`|\"([^\"]|\"\")+\"");
  private static final Pattern CONSTANT =
      Pattern.compile(
          "'([^']|'')*'|[+-]?(\\d+\\.?\\d*|\\.\\d+)(E[+-]?\\d+)?|TRUE|FALSE",
          Pattern.CASE_INSENSITIVE);

  /** A comment, a quoted text or name (perhaps unclosed), or a variable. */
  private static final Pattern PIECE =
      Pattern.compile(
          "--[^\\r\\n]*|(?s:/\\*.*?(?:\\*/|\\z))|'[^']*'?|\"[^\"]*\"?|`[^`]*`?|\\$\\{[^{}]*\\}");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)\\}");

  private final String text;
  private final Map<String, String> values;

  private Variables(String text, Map<String, String> values) {
    this.text = text;
    this.values = values;
  }

  /**
   * The text with the values in it.
   *
   * @param text a statement or a script
   * @param values by name; of names that differ only in case the exact one wins
   */
  public static String substitute(String text, Map<String, String> values) {
    return text.contains("${") ? new Variables(text, values).substitute() : text;
  }

  private String substitute() {
    StringBuilder out = new StringBuilder();
    Matcher pieces = PIECE.matcher(text);
    while (pieces.find()) {
      pieces.appendReplacement(out, "");
      String piece = pieces.group();
      switch (piece.charAt(0)) {
        case '$' -> out.append(bare(piece, pieces.start(), out));
        case '\'', '"', '`' -> out.append(quoted(piece));
        default -> out.append(piece);
      }
    }
    return pieces.appendTail(out).toString();
  }

  private String quoted(String piece) {
    String quote = piece.substring(0, 1);
    return VARIABLE
        .matcher(piece)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    value(match.group(1))
                        .map(value -> value.replace(quote, quote + quote))
                        .orElse(match.group())));
  }

  private String bare(String piece, int start, CharSequence before) {
    String name = piece.substring(2, piece.length() - 1);
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return piece;
    }
    if (!isNameOrConstant(value.get())) {
      throw Diagnostic.error(
              ErrorCode.INVALID_VARIABLE,
              new Span(start, piece.length()),
              "The value of variable %s can stand only inside quotes.",
              name.trim())
          .hint("A name, a number, TRUE, FALSE or a text in quotes could stand here.")
          .toException();
    }
    // Two signs without a blank would begin a comment.
    boolean afterMinus = before.length() > 0 && before.charAt(before.length() - 1) == '-';
    return afterMinus && value.get().startsWith("-") ? " " + value.get() : value.get();
  }

  private static boolean isNameOrConstant(String value) {
    return NAME.matcher(value).matches()
        || QUOTED_NAME.matcher(value).matches()
        || CONSTANT.matcher(value).matches();
  }

  private Optional<String> value(String written) {
    String name = written.trim();
    if (values.containsKey(name)) {
      return Optional.of(values.get(name));
    }
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
