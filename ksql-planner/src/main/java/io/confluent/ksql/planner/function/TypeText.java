package io.confluent.ksql.planner.function;

import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlPrimitiveType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads types as written in function annotations and stored signatures: SQL type syntax without
 * custom types, and for parameters also the forms of {@link ParameterType}.
 */
public final class TypeText {
  private final String text;
  private int position;

  private TypeText(String text) {
    this.text = text;
  }

  /**
   * The SQL type of a text such as {@code STRUCT<A VARCHAR, B INT>}.
   *
   * @throws KsqlException if the text is no SQL type
   */
  public static SqlType parse(String text) {
    return sqlType(parseParameter(text), text);
  }

  /**
   * The parameter type of a text such as {@code ARRAY<T>}.
   *
   * @throws KsqlException if the text is none
   */
  static ParameterType parseParameter(String text) {
    TypeText reader = new TypeText(text);
    ParameterType type = reader.type();
    reader.skipBlanks();
    if (reader.position < text.length()) {
      throw reader.unexpected("the end");
    }
    return type;
  }

  private static SqlType sqlType(ParameterType type, String text) {
    if (type instanceof ParameterType.Value value) {
      return value.type();
    }
    throw new KsqlException("'" + text + "' is not a complete SQL type.");
  }

  private ParameterType type() {
    ParameterType type = named(word().toUpperCase(Locale.ROOT));
    while (nextIsWord("ARRAY")) {
      word();
      type = ParameterType.array(type);
    }
    return type;
  }

  private ParameterType named(String upper) {
    return switch (upper) {
      case "ARRAY" -> array();
      case "MAP" -> map();
      case "STRUCT" -> struct();
      case "DECIMAL", "DEC", "NUMERIC" -> decimal();
      case "LAMBDA" -> lambda();
      case "OBJECT" -> new ParameterType.Anything();
      case "INTERVALUNIT" -> new ParameterType.IntervalUnit();
      case "VARCHAR", "STRING" -> text();
      case "INT" -> new ParameterType.Value(SqlTypes.INTEGER);
      default ->
          isPrimitive(upper)
              ? new ParameterType.Value(SqlPrimitiveType.of(upper))
              : new ParameterType.Variable(lastWord());
    };
  }

  private static boolean isPrimitive(String name) {
    for (SqlBaseType base : SqlBaseType.values()) {
      if (base.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private ParameterType text() {
    if (take('(')) {
      word();
      expect(')');
    }
    return new ParameterType.Value(SqlTypes.STRING);
  }

  private ParameterType array() {
    expect('<');
    ParameterType item = type();
    expect('>');
    return ParameterType.array(item);
  }

  private ParameterType map() {
    expect('<');
    ParameterType key = type();
    expect(',');
    ParameterType value = type();
    expect('>');
    return ParameterType.map(key, value);
  }

  private ParameterType struct() {
    if (!take('<')) {
      return new ParameterType.AnyStruct();
    }
    SqlStruct.Builder builder = SqlTypes.struct();
    if (take('>')) {
      return new ParameterType.Value(builder.build());
    }
    do {
      String name = fieldName();
      builder.field(name, sqlType(type(), text));
    } while (take(','));
    expect('>');
    return new ParameterType.Value(builder.build());
  }

  private ParameterType decimal() {
    if (!take('(')) {
      return new ParameterType.AnyDecimal();
    }
    int precision = number();
    int scale = take(',') ? number() : 0;
    expect(')');
    return new ParameterType.Value(SqlTypes.decimal(precision, scale));
  }

  private ParameterType lambda() {
    expect('(');
    List<ParameterType> inputs = new ArrayList<>();
    do {
      inputs.add(type());
    } while (take(','));
    expect(')');
    expect('=');
    expect('>');
    return new ParameterType.LambdaOf(inputs, type());
  }

  private String fieldName() {
    skipBlanks();
    if (position < text.length()
        && (text.charAt(position) == '`' || text.charAt(position) == '"')) {
      return quoted(text.charAt(position++));
    }
    return word().toUpperCase(Locale.ROOT);
  }

  private String quoted(char quote) {
    StringBuilder name = new StringBuilder();
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c != quote) {
        name.append(c);
      } else if (position < text.length() && text.charAt(position) == quote) {
        name.append(quote);
        position++;
      } else {
        return name.toString();
      }
    }
    throw unexpected("a closing quote");
  }

  private String word() {
    skipBlanks();
    int start = position;
    while (position < text.length() && isWordPart(text.charAt(position))) {
      position++;
    }
    if (start == position) {
      throw unexpected("a name");
    }
    return text.substring(start, position);
  }

  private String lastWord() {
    int start = position;
    while (start > 0 && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, position);
  }

  private int number() {
    String word = word();
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new KsqlException("'" + word + "' is no number, in type '" + text + "'.", e);
    }
  }

  private boolean nextIsWord(String word) {
    skipBlanks();
    int end = position + word.length();
    return text.regionMatches(true, position, word, 0, word.length())
        && (end == text.length() || !isWordPart(text.charAt(end)));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '$';
  }

  private boolean take(char c) {
    skipBlanks();
    if (position < text.length() && text.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw unexpected("'" + c + "'");
    }
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private KsqlException unexpected(String wanted) {
    return new KsqlException(
        "Type '" + text + "' cannot be read: " + wanted + " is missing at character " + position);
  }
}
