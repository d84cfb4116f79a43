package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.Optional;

/** Binds the values of INSERT, which may be anything that needs no row. */
public final class ConstantBinder {
  private final ExprBinder binder;

  /**
   * @param context what planning looks at
   */
  public ConstantBinder(PlanningContext context) {
    this.binder = new ExprBinder(context, Optional.empty(), Optional.empty());
  }

  /**
   * The value as one of the column's type. A literal text may stand for a number, a truth value, a
   * time or bytes; a literal of another kind for a text. An array, map or struct is taken for
   * another if its elements may be.
   */
  public Expr bind(Expression expression, Column column) {
    Expr bound = binder.bindNullable(expression);
    return Coercion.implicit(bound, column.type())
        .or(() -> literal(bound, column.type()))
        .or(() -> container(bound, column.type()))
        .orElseThrow(
            () ->
                Diagnostic.error(
                        ErrorCode.TYPE_MISMATCH,
                        expression.span(),
                        "Column %s is of type %s, and this is a value of type %s.",
                        column.name(),
                        column.type(),
                        bound.type())
                    .hint("Write CAST(... AS " + column.type() + ").")
                    .toException());
  }

  /** An array, map or struct becomes another if each of its elements does. */
  private static Optional<Expr> container(Expr bound, SqlType type) {
    return becomes(bound.type(), type) ? Optional.of(new Cast(bound, type)) : Optional.empty();
  }

  private static boolean becomes(SqlType from, SqlType to) {
    if (from instanceof SqlArray array && to instanceof SqlArray target) {
      return becomes(array.getItemType(), target.getItemType());
    }
    if (from instanceof SqlMap map && to instanceof SqlMap target) {
      return becomes(map.getKeyType(), target.getKeyType())
          && becomes(map.getValueType(), target.getValueType());
    }
    if (from instanceof SqlStruct struct && to instanceof SqlStruct target) {
      return struct.fields().stream()
          .allMatch(
              field ->
                  target
                      .field(field.name())
                      .filter(wanted -> becomes(field.type(), wanted.type()))
                      .isPresent());
    }
    return Coercion.implicit(new Constant(null, from), to).isPresent();
  }

  private static Optional<Expr> literal(Expr bound, SqlType type) {
    boolean literal = bound instanceof Constant || bound instanceof Cast;
    boolean numbers = bound.type().baseType().isNumber() && type.baseType().isNumber();
    boolean widens = numbers && type.baseType() == SqlBaseType.DECIMAL;
    boolean text =
        bound.type().baseType() == SqlBaseType.STRING || type.baseType() == SqlBaseType.STRING;
    return literal && (text || widens) && Casts.exists(bound.type(), type)
        ? Optional.of(new Cast(bound, type))
        : Optional.empty();
  }
}
