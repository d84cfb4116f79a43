package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;

/**
 * NULL as written, which takes its type from where it stands. While an expression is bound it is
 * one particular object; none is left when binding is over.
 */
final class Nulls {
  /** Known by identity; its type means nothing. */
  static final Constant UNTYPED = new Constant(null, SqlTypes.STRING);

  private Nulls() {}

  static boolean isUntyped(Expr expr) {
    return expr == UNTYPED;
  }

  /** The expression, or a NULL of the type if it is an untyped one. */
  static Expr typed(Expr expr, SqlType type) {
    return isUntyped(expr) ? new Constant(null, type) : expr;
  }
}
