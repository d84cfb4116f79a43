package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One type for the values of a list (IN, ARRAY, MAP): the first sets it, numbers widen it, and
 * literal texts are read as it.
 */
final class CommonType {
  private CommonType() {}

  /** The values, all of one type; untyped NULLs take it too. At least one must have a type. */
  static List<Expr> coerce(Span span, List<Expr> values) {
    Expr first = null;
    SqlType type = null;
    List<Expr> read = new ArrayList<>();
    for (Expr value : values) {
      Expr next = value;
      if (!Nulls.isUntyped(value)) {
        if (type == null) {
          first = value;
          type = value.type();
        } else {
          next = asLiteralOf(span, value, type);
          Optional<SqlType> wider = wider(type, next.type());
          if (wider.isEmpty()) {
            throw Operators.noCommonType(span, first, value);
          }
          type = wider.get();
        }
      }
      read.add(next);
    }
    if (type == null) {
      throw TypeErrors.untypedNull(span);
    }
    List<Expr> coerced = new ArrayList<>();
    for (Expr value : read) {
      coerced.add(Cast.to(type, Nulls.typed(value, type)));
    }
    return coerced;
  }

  private static Optional<SqlType> wider(SqlType type, SqlType next) {
    return type.equals(next) ? Optional.of(type) : Coercion.commonNumber(type, next);
  }

  /** A literal of another kind than the list's, read as the list's; anything else as it is. */
  private static Expr asLiteralOf(Span span, Expr value, SqlType type) {
    if (!(value instanceof Constant constant)) {
      return value;
    }
    if (type.baseType() == SqlBaseType.STRING && isPlain(constant.type())) {
      return new Constant(text(constant.value()), type);
    }
    if (!(constant.value() instanceof String text)) {
      return value;
    }
    if (type.baseType().isNumber()) {
      return number(span, text.trim());
    }
    if (type.baseType() == SqlBaseType.BOOLEAN) {
      return new Constant(truth(span, text.trim()), type);
    }
    return type.baseType().isTime() ? new Cast(value, type) : value;
  }

  private static boolean isPlain(SqlType type) {
    return type.baseType().isNumber() || type.baseType() == SqlBaseType.BOOLEAN;
  }

  private static String text(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
  }

  private static Expr number(Span span, String text) {
    try {
      BigDecimal value = new BigDecimal(text);
      if (text.matches("[+-]?\\d+")) {
        long whole = value.longValueExact();
        return (int) whole == whole ? Literals.constant((int) whole) : Literals.constant(whole);
      }
      return Literals.constant(value.scale() < 0 ? value.setScale(0) : value);
    } catch (ArithmeticException | NumberFormatException e) {
      throw notA(span, text, "number");
    }
  }

  private static Boolean truth(Span span, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.isEmpty() && ("true".startsWith(lower) || "yes".startsWith(lower))) {
      return true;
    }
    if (!lower.isEmpty() && ("false".startsWith(lower) || "no".startsWith(lower))) {
      return false;
    }
    throw notA(span, text, "truth value");
  }

  private static RuntimeException notA(Span span, String text, String what) {
    return Diagnostic.error(ErrorCode.TYPE_MISMATCH, span, "'%s' is not a %s.", text, what)
        .toException();
  }
}
