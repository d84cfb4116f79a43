package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code INSTR}. */
@UdfDescription(
    name = "instr",
    category = FunctionCategory.STRING,
    description =
        "The position, from 1, of a text in another; 0 if it is not there. A start position"
            + " below 0 searches backwards from that place before the end; an occurrence above 1"
            + " finds that match.")
@UdfExample(sql = "INSTR('CORPORATE FLOOR', 'OR', -3, 2)", result = "2")
@UdfExample(sql = "INSTR('abc', 'z')", result = "0")
public final class Instr {
  @Udf
  public int instr(String text, String part) {
    return instr(text, part, 1, 1);
  }

  @Udf
  public int instr(String text, String part, Integer position) {
    return instr(text, part, position, 1);
  }

  @Udf
  public int instr(String text, String part, Integer position, Integer occurrence) {
    if (text == null
        || part == null
        || position == null
        || occurrence == null
        || position == 0
        || Math.abs((long) position) > text.length()) {
      return 0;
    }
    return position > 0
        ? forwards(text, part, position - 1, occurrence)
        : backwards(text, part, text.length() + position, occurrence);
  }

  private static int forwards(String text, String part, int from, int occurrence) {
    int found = text.indexOf(part, from);
    for (int i = 1; i < occurrence && found >= 0; i++) {
      found = text.indexOf(part, found + 1);
    }
    return found + 1;
  }

  private static int backwards(String text, String part, int from, int occurrence) {
    int found = text.lastIndexOf(part, from);
    for (int i = 1; i < occurrence && found >= 0; i++) {
      found = text.lastIndexOf(part, found - 1);
    }
    return found + 1;
  }
}
