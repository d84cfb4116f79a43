package io.confluent.ksql.parser.format;

import io.confluent.ksql.parser.ast.Literal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Constants and durations. */
final class LiteralFormatter {
  private static final List<TimeUnit> UNITS =
      List.of(TimeUnit.DAYS, TimeUnit.HOURS, TimeUnit.MINUTES, TimeUnit.SECONDS);

  private LiteralFormatter() {}

  /** A constant in the form that gives it the same type when it is parsed. */
  static String format(Literal literal) {
    Object value = literal.value();
    if (value == null) {
      return "NULL";
    }
    if (value instanceof String text) {
      return NameFormatter.text(text);
    }
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.scale() == 0 ? decimal.toPlainString() + "." : decimal.toPlainString();
    }
    if (value instanceof Double number) {
      String text = number.toString();
      return text.contains("E") ? text : text + "E0";
    }
    return value.toString();
  }

  static boolean isNumber(Literal literal) {
    return literal.value() instanceof Number;
  }

  /** Whether a constant begins with a minus, also if it is minus zero. */
  static boolean isNegative(Literal literal) {
    return isNumber(literal) && format(literal).startsWith("-");
  }

  /** A duration in the largest unit that it is a multiple of. */
  static String format(Duration duration) {
    long millis = duration.toMillis();
    for (TimeUnit unit : UNITS) {
      long size = unit.toMillis(1);
      if (millis != 0 && millis % size == 0) {
        return millis / size + " " + unit;
      }
    }
    return millis + " " + TimeUnit.MILLISECONDS;
  }
}
