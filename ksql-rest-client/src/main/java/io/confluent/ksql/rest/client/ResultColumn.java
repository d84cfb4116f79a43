package io.confluent.ksql.rest.client;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of a query's result.
 *
 * @param name its name, exact in case
 * @param type its type as SQL text
 * @param key whether the server says that it belongs to the key
 */
public record ResultColumn(String name, String type, boolean key) {
  private static final String KEY = " KEY";

  /**
   * The columns that a header's schema lists, such as {@code `ID` STRING KEY, `N` MAP<STRING,
   * BIGINT>}.
   */
  public static List<ResultColumn> parse(String schema) {
    List<ResultColumn> columns = new ArrayList<>();
    int start = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < schema.length(); i++) {
      char c = schema.charAt(i);
      if (c == '`') {
        quoted = !quoted;
      } else if (!quoted && (c == '<' || c == '(')) {
        depth++;
      } else if (!quoted && (c == '>' || c == ')')) {
        depth--;
      } else if (!quoted && depth == 0 && c == ',') {
        columns.add(parseOne(schema.substring(start, i).strip()));
        start = i + 1;
      }
    }
    String last = schema.substring(start).strip();
    if (!last.isEmpty()) {
      columns.add(parseOne(last));
    }
    return columns;
  }

  private static ResultColumn parseOne(String text) {
    int nameEnd = nameEnd(text);
    String name = text.substring(0, nameEnd);
    if (name.startsWith("`")) {
      name = name.substring(1, name.length() - 1).replace("``", "`");
    }
    String type = text.substring(nameEnd).strip();
    boolean key = type.endsWith(KEY);
    return new ResultColumn(
        name, key ? type.substring(0, type.length() - KEY.length()) : type, key);
  }

  private static int nameEnd(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '`') {
        quoted = !quoted;
      } else if (text.charAt(i) == ' ' && !quoted) {
        return i;
      }
    }
    return text.length();
  }
}
