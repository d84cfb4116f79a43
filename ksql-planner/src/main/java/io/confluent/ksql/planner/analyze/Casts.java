package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.CastExpression;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;

/** Which casts the language has. */
final class Casts {
  private Casts() {}

  static Expr explicit(CastExpression node, Expr operand, SqlType type) {
    if (Nulls.isUntyped(operand)) {
      return Nulls.typed(operand, type);
    }
    if (!exists(operand.type(), type)) {
      throw Diagnostic.error(
              ErrorCode.TYPE_MISMATCH,
              node.span(),
              "%s cannot be cast to %s.",
              operand.type(),
              type)
          .toException();
    }
    return Cast.to(type, operand);
  }

  static boolean exists(SqlType from, SqlType to) {
    if (from.equals(to) || to.baseType() == SqlBaseType.STRING) {
      return from.baseType() != SqlBaseType.BYTES || from.equals(to);
    }
    return switch (from.baseType()) {
      case BOOLEAN, BYTES, TIME -> false;
      case INTEGER, BIGINT, DECIMAL, DOUBLE -> to.baseType().isNumber();
      case STRING ->
          switch (to.baseType()) {
            case BOOLEAN, INTEGER, BIGINT, DECIMAL, DOUBLE, STRING -> true;
            case BYTES, TIME, DATE, TIMESTAMP -> true;
            case ARRAY, MAP, STRUCT -> false;
          };
      case DATE -> to.baseType() == SqlBaseType.TIMESTAMP;
      case TIMESTAMP -> to.baseType() == SqlBaseType.TIME || to.baseType() == SqlBaseType.DATE;
      case ARRAY ->
          to instanceof SqlArray target
              && exists(((SqlArray) from).getItemType(), target.getItemType());
      case MAP ->
          to instanceof SqlMap target
              && exists(((SqlMap) from).getKeyType(), target.getKeyType())
              && exists(((SqlMap) from).getValueType(), target.getValueType());
      case STRUCT -> to instanceof SqlStruct target && structExists((SqlStruct) from, target);
    };
  }

  private static boolean structExists(SqlStruct from, SqlStruct to) {
    return to.fields().stream()
        .allMatch(
            field ->
                from.field(field.name())
                    .map(known -> exists(known.type(), field.type()))
                    .orElse(true));
  }
}
