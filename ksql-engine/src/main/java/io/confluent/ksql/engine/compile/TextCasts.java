package io.confluent.ksql.engine.compile;

import io.confluent.ksql.planner.expr.TimeText;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Casts from and to text. */
final class TextCasts {
  private static final int MAX_SHOWN = 80;

  private TextCasts() {}

  static Optional<UnaryOperator<Object>> toText(SqlType from) {
    return switch (from.baseType()) {
      case BYTES -> Optional.empty();
      case DECIMAL -> Optional.of(value -> ((BigDecimal) value).toPlainString());
      case TIME -> Optional.of(value -> TimeText.ofTime(((Date) value).getTime()));
      case DATE -> Optional.of(value -> TimeText.ofDate(((Date) value).getTime()));
      case TIMESTAMP -> Optional.of(value -> TimeText.ofTimestamp(((Date) value).getTime()));
      default -> Optional.of(TextCasts::text);
    };
  }

  /** Structs as {@code Struct{A=1}} without their NULL fields, the rest as Java writes it. */
  private static String text(Object value) {
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private static void append(StringBuilder text, Object value) {
    if (value instanceof List<?> list) {
      String separator = "[";
      for (Object item : list) {
        text.append(separator);
        append(text, item);
        separator = ", ";
      }
      text.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.append(separator);
        append(text, entry.getKey());
        text.append('=');
        append(text, entry.getValue());
        separator = ", ";
      }
      text.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof StructValue struct) {
      appendStruct(text, struct);
    } else {
      text.append(value);
    }
  }

  private static void appendStruct(StringBuilder text, StructValue struct) {
    text.append("Struct{");
    String separator = "";
    for (SqlStruct.Field field : struct.type().fields()) {
      Object value = struct.value(field.index());
      if (value != null) {
        text.append(separator).append(field.name()).append('=');
        append(text, value);
        separator = ",";
      }
    }
    text.append('}');
  }

  static Optional<UnaryOperator<Object>> fromText(SqlType to) {
    return switch (to.baseType()) {
      case BOOLEAN -> Optional.of(value -> isTrue(trim(value)));
      case INTEGER -> Optional.of(value -> integer(trim(value)));
      case BIGINT -> Optional.of(value -> bigint(trim(value)));
      case DOUBLE -> Optional.of(value -> real(trim(value)));
      case DECIMAL ->
          Optional.of(value -> Decimals.fit(Decimals.parse(trim(value)), (SqlDecimal) to));
      case BYTES -> Optional.of(value -> bytes(trim(value)));
      case TIME -> Optional.of(value -> TimeText.time(trim(value)));
      case DATE -> Optional.of(value -> TimeText.date(trim(value)));
      case TIMESTAMP -> Optional.of(value -> TimeText.timestamp(trim(value)));
      case STRING, ARRAY, MAP, STRUCT -> Optional.empty();
    };
  }

  private static String trim(Object value) {
    return ((String) value).trim();
  }

  /** Any beginning of {@code true} or {@code yes}; everything else is false. */
  private static boolean isTrue(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return !lower.isEmpty() && ("true".startsWith(lower) || "yes".startsWith(lower));
  }

  private static Integer integer(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw isNo(text, SqlBaseType.INTEGER);
    }
  }

  private static Long bigint(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw isNo(text, SqlBaseType.BIGINT);
    }
  }

  private static Double real(String text) {
    try {
      double value = Double.parseDouble(text);
      if (!Double.isNaN(value) && !Double.isInfinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The same answer as for a number that is not finite, below.
    }
    throw isNo(text, SqlBaseType.DOUBLE);
  }

  private static ByteBuffer bytes(String text) {
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(shown(text) + " is not Base64");
    }
  }

  private static EvaluationException isNo(String text, SqlBaseType type) {
    return new EvaluationException(shown(text) + " is no " + type);
  }

  private static String shown(String text) {
    return text.length() <= MAX_SHOWN
        ? "'" + text + "'"
        : "'" + text.substring(0, MAX_SHOWN) + "...'";
  }
}
