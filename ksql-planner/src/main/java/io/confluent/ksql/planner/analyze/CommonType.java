package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Callee;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.MakeStruct;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One type for the values of a list (IN, ARRAY, MAP): the first sets it, numbers widen it, also
 * inside arrays, maps and structs, and literal texts are read as it.
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
    if (type.equals(next)) {
      return Optional.of(type);
    }
    if (type instanceof SqlArray array && next instanceof SqlArray other) {
      return wider(array.getItemType(), other.getItemType()).map(SqlArray::of);
    }
    if (type instanceof SqlMap map && next instanceof SqlMap other) {
      return wider(map.getKeyType(), other.getKeyType())
          .flatMap(
              key ->
                  wider(map.getValueType(), other.getValueType())
                      .map(value -> SqlMap.of(key, value)));
    }
    if (type instanceof SqlStruct struct && next instanceof SqlStruct other) {
      return wider(struct, other);
    }
    return Coercion.commonNumber(type, next);
  }

  /** The fields of both: those of the later first, as it was written last. */
  private static Optional<SqlType> wider(SqlStruct type, SqlStruct next) {
    SqlStruct.Builder both = SqlTypes.struct();
    for (SqlStruct.Field field : next.fields()) {
      Optional<SqlType> common =
          type.field(field.name())
              .map(known -> wider(known.type(), field.type()))
              .orElse(Optional.of(field.type()));
      if (common.isEmpty()) {
        return Optional.empty();
      }
      both.field(field.name(), common.get());
    }
    for (SqlStruct.Field field : type.fields()) {
      if (next.field(field.name()).isEmpty()) {
        both.field(field.name(), field.type());
      }
    }
    return Optional.of(both.build());
  }

  /** A literal of another kind than the list's, read as the list's; anything else as it is. */
  private static Expr asLiteralOf(Span span, Expr value, SqlType type) {
    if (value instanceof Constant constant) {
      return constant(span, constant, type);
    }
    if (value instanceof MakeStruct made && type instanceof SqlStruct struct) {
      return struct(span, made, struct);
    }
    if (!(value instanceof Call call)
        || !(call.callee() instanceof Callee.Op operator)
        || call.type().baseType() != type.baseType()) {
      return value;
    }
    if (operator.operator() == Operator.MAKE_ARRAY) {
      List<Expr> items = parts(span, call.arguments(), 0, 1, ((SqlArray) type).getItemType());
      return new Call(call.callee(), items, SqlTypes.array(items.get(0).type()));
    }
    return operator.operator() == Operator.MAKE_MAP ? map(span, call, (SqlMap) type) : value;
  }

  private static Expr map(Span span, Call call, SqlMap type) {
    List<Expr> keys = parts(span, call.arguments(), 0, 2, type.getKeyType());
    List<Expr> values = parts(span, call.arguments(), 1, 2, type.getValueType());
    List<Expr> entries = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      entries.add(keys.get(i));
      entries.add(values.get(i));
    }
    return new Call(call.callee(), entries, SqlTypes.map(keys.get(0).type(), values.get(0).type()));
  }

  /** Every so manyth part from the first, read as the type and then made one type again. */
  private static List<Expr> parts(
      Span span, List<Expr> arguments, int first, int every, SqlType type) {
    List<Expr> parts = new ArrayList<>();
    for (int i = first; i < arguments.size(); i += every) {
      parts.add(asLiteralOf(span, arguments.get(i), type));
    }
    return coerce(span, parts);
  }

  private static Expr struct(Span span, MakeStruct made, SqlStruct type) {
    SqlStruct.Builder fields = SqlTypes.struct();
    List<Expr> values = new ArrayList<>();
    for (SqlStruct.Field field : made.type().fields()) {
      Expr value = made.fields().get(field.index());
      Expr read =
          type.field(field.name())
              .map(known -> asLiteralOf(span, value, known.type()))
              .orElse(value);
      fields.field(field.name(), read.type());
      values.add(read);
    }
    return new MakeStruct(fields.build(), values);
  }

  private static Expr constant(Span span, Constant constant, SqlType type) {
    boolean text = constant.type().baseType() == SqlBaseType.STRING;
    if (constant.value() == null) {
      return text ? new Constant(null, type) : constant;
    }
    if (type.baseType() == SqlBaseType.STRING && isPlain(constant.type())) {
      return new Constant(text(constant.value()), type);
    }
    if (!text) {
      return constant;
    }
    String value = ((String) constant.value()).trim();
    if (type.baseType().isNumber()) {
      return number(span, value);
    }
    if (type.baseType() == SqlBaseType.BOOLEAN) {
      return new Constant(truth(span, value), type);
    }
    return type.baseType().isTime() ? new Cast(constant, type) : constant;
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
