package io.confluent.ksql.serde.json;

import io.confluent.ksql.row.AsciiBytes;
import io.confluent.ksql.row.RawText;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.serde.FormatContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the objects that most records are straight from their bytes: members of ASCII without
 * escapes, with texts, numbers and words as values. It only ever says yes to what the parser would
 * read in the same way; of all else, errors too, it says that it is not plain, and the parser
 * decides. For one thread.
 */
final class PlainObjectReader {
  /** The answer where the object is not plain. */
  static final Object[] NOT_PLAIN = {};

  private static final int MAX_MEMBERS = 1000;
  private static final int FAILED = -1;
  private static final int MAX_LONG_DIGITS = 18;
  private static final int MAX_EXACT_DIGITS = 15;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final SqlBaseType[] types;
  private final boolean raw;
  private final MemberNames members;

  // Records of a topic mostly have the same members in the same order.
  private byte[][] names = new byte[16][];
  private int[] places = new int[16];

  private final int[] readIn;
  private int record;

  private byte[] text;
  private int end;
  private Object value;

  private PlainObjectReader(SqlBaseType[] types, boolean raw, MemberNames members) {
    this.types = types;
    this.raw = raw;
    this.members = members;
    readIn = new int[types.length];
  }

  /** A reader of these columns; empty if one is needed whose values take more care. */
  static Optional<PlainObjectReader> of(List<Column> columns, FormatContext context) {
    SqlBaseType[] types = new SqlBaseType[columns.size()];
    for (int i = 0; i < types.length; i++) {
      if (context.needed().needs(i)) {
        types[i] = columns.get(i).type().baseType();
        switch (types[i]) {
          case BOOLEAN, INTEGER, BIGINT, DOUBLE, STRING -> {}
          case DECIMAL, BYTES, TIME, DATE, TIMESTAMP, ARRAY, MAP, STRUCT -> {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(
        new PlainObjectReader(
            types,
            context.texts() == FormatContext.Texts.RAW,
            new MemberNames(columns.stream().map(Column::name).toList())));
  }

  /** The values of the object that begins there, or {@link #NOT_PLAIN}. */
  Object[] read(byte[] bytes, int start) {
    text = bytes;
    end = bytes.length;
    record++;
    int at = skipBlanks(start);
    if (at >= end || bytes[at] != '{') {
      return NOT_PLAIN;
    }
    Object[] values = new Object[types.length];
    at = skipBlanks(at + 1);
    if (at < end && bytes[at] == '}') {
      return values;
    }
    for (int member = 0; member < MAX_MEMBERS; member++) {
      at = member(at, member, values);
      if (at == FAILED || at >= end) {
        return NOT_PLAIN;
      }
      if (bytes[at] == '}') {
        return values;
      }
      if (bytes[at] != ',') {
        return NOT_PLAIN;
      }
      at = skipBlanks(at + 1);
    }
    return NOT_PLAIN;
  }

  /** Reads a member; gives the index of what follows it. */
  private int member(int from, int member, Object[] values) {
    if (from >= end || text[from] != '"') {
      return FAILED;
    }
    int nameEnd = AsciiBytes.endOfQuoted(text, from + 1, end);
    if (nameEnd == FAILED) {
      return FAILED;
    }
    int place = place(from + 1, nameEnd, member);
    int at = skipBlanks(nameEnd + 1);
    if (at >= end || text[at] != ':') {
      return FAILED;
    }
    at = skipBlanks(at + 1);
    if (at >= end) {
      return FAILED;
    }
    SqlBaseType type = place < 0 ? null : types[place];
    if (type != null) {
      if (readIn[place] == record) {
        // Which of two members counts depends on their names.
        return FAILED;
      }
      readIn[place] = record;
    }
    int after = value(at, type);
    if (after == FAILED) {
      return FAILED;
    }
    if (type != null) {
      values[place] = value;
    }
    return skipBlanks(after);
  }

  private int place(int from, int to, int member) {
    if (member < names.length && names[member] != null) {
      byte[] known = names[member];
      if (Arrays.equals(known, 0, known.length, text, from, to)) {
        return places[member];
      }
    }
    String name = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    int place = members.positionOf(name);
    if (member >= names.length) {
      names = Arrays.copyOf(names, 2 * member);
      places = Arrays.copyOf(places, 2 * member);
    }
    names[member] = Arrays.copyOfRange(text, from, to);
    places[member] = place;
    return place;
  }

  /** Reads a value into the field, unless no type is wanted; gives the index behind it. */
  private int value(int at, SqlBaseType type) {
    return switch (text[at]) {
      case '"' -> textValue(at + 1, type);
      case 't' -> word(at, "true", type == null || type == SqlBaseType.BOOLEAN, true);
      case 'f' -> word(at, "false", type == null || type == SqlBaseType.BOOLEAN, false);
      case 'n' -> word(at, "null", true, null);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(at, type);
      default -> FAILED;
    };
  }

  private int textValue(int from, SqlBaseType type) {
    int to = AsciiBytes.endOfQuoted(text, from, end);
    if (to == FAILED || type != null && type != SqlBaseType.STRING) {
      return FAILED;
    }
    if (type != null) {
      value =
          raw
              ? new RawText(text, from, to, JsonWriter.ESCAPED)
              : new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
    return to + 1;
  }

  private int word(int at, String word, boolean allowed, Boolean meaning) {
    int after = at + word.length();
    if (!allowed || after >= end || !endsValue(text[after])) {
      return FAILED;
    }
    for (int i = 1; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return FAILED;
      }
    }
    value = meaning;
    return after;
  }

  private int number(int from, SqlBaseType type) {
    boolean negative = text[from] == '-';
    int first = negative ? from + 1 : from;
    int at = first;
    long digits = 0;
    int digit;
    while (at < end && (digit = text[at] - '0') >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      at++;
    }
    int whole = at - first;
    if (whole == 0 || whole > 1 && text[first] == '0') {
      return FAILED;
    }
    int decimals = 0;
    if (at < end && text[at] == '.') {
      int point = at++;
      while (at < end && (digit = text[at] - '0') >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        at++;
      }
      decimals = at - point - 1;
      if (decimals == 0) {
        return FAILED;
      }
    }
    if (at >= end || !endsValue(text[at]) || whole + decimals > MAX_LONG_DIGITS) {
      return FAILED;
    }
    if (type == null) {
      return at;
    }
    long signed = negative ? -digits : digits;
    switch (type) {
      case INTEGER -> value = (int) signed;
      case BIGINT -> value = signed;
      case DOUBLE -> {
        if (decimals == 0) {
          value = (double) signed;
        } else if (whole + decimals <= MAX_EXACT_DIGITS) {
          double number = digits / POWERS[decimals];
          value = negative ? -number : number;
        } else {
          value = Double.parseDouble(new String(text, from, at - from, StandardCharsets.US_ASCII));
        }
        return at;
      }
      default -> {
        return FAILED;
      }
    }
    return decimals == 0 ? at : FAILED;
  }

  private static boolean endsValue(byte b) {
    return b == ',' || b == '}' || isBlank(b);
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < end && isBlank(text[i])) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
