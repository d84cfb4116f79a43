package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code CHR}. */
@UdfDescription(
    name = "Chr",
    category = FunctionCategory.STRING,
    description =
        "The character of a Unicode code point, given as a number or as escapes such as"
            + " \\u004b; NULL if there is none.")
@UdfExample(sql = "CHR(75)", result = "'K'")
@UdfExample(sql = "CHR('\\u004b')", result = "'K'")
public final class Chr {
  private static final int ESCAPE_LENGTH = 6;
  private static final int HEX = 16;

  @Udf(strict = true)
  public String chr(int codePoint) {
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : null;
  }

  @Udf(strict = true)
  public String chr(String escapes) {
    if (!escapes.startsWith("\\u") || escapes.length() < ESCAPE_LENGTH) {
      return null;
    }
    StringBuilder characters = new StringBuilder();
    int position = 0;
    while (position < escapes.length()) {
      if (escapes.startsWith("\\u", position)) {
        int end = position + ESCAPE_LENGTH;
        if (end > escapes.length()) {
          return null;
        }
        try {
          characters.append((char) Integer.parseInt(escapes, position + 2, end, HEX));
        } catch (NumberFormatException e) {
          return null;
        }
        position = end;
      } else {
        characters.append(escapes.charAt(position++));
      }
    }
    return characters.toString();
  }
}
