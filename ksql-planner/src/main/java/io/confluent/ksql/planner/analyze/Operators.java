package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Arithmetic;
import io.confluent.ksql.parser.ast.ArithmeticOperator;
import io.confluent.ksql.parser.ast.ComparisonOperator;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Logical;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.expr.TimeText;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Types of the operators, and the casts that their operands need. */
final class Operators {
  private static final Set<PseudoColumn> TIMES =
      EnumSet.of(PseudoColumn.ROWTIME, PseudoColumn.WINDOWSTART, PseudoColumn.WINDOWEND);

  private Operators() {}

  static Operator of(ArithmeticOperator operator) {
    return switch (operator) {
      case ADD -> Operator.ADD;
      case SUBTRACT -> Operator.SUBTRACT;
      case MULTIPLY -> Operator.MULTIPLY;
      case DIVIDE -> Operator.DIVIDE;
      case MODULO -> Operator.MODULO;
    };
  }

  static Operator of(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> Operator.EQUAL;
      case NOT_EQUAL -> Operator.NOT_EQUAL;
      case LESS_THAN -> Operator.LESS_THAN;
      case LESS_THAN_OR_EQUAL -> Operator.LESS_THAN_OR_EQUAL;
      case GREATER_THAN -> Operator.GREATER_THAN;
      case GREATER_THAN_OR_EQUAL -> Operator.GREATER_THAN_OR_EQUAL;
      case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> Operator.IS_DISTINCT_FROM;
    };
  }

  static Expr arithmetic(Arithmetic node, Expr left, Expr right) {
    Operator operator = of(node.operator());
    if (Nulls.isUntyped(left) || Nulls.isUntyped(right)) {
      throw TypeErrors.operands(node.span(), operator, left, right);
    }
    boolean texts =
        left.type().baseType() == SqlBaseType.STRING
            && right.type().baseType() == SqlBaseType.STRING;
    if (operator == Operator.ADD && texts) {
      return Call.of(operator, SqlTypes.STRING, left, right);
    }
    SqlType common =
        Coercion.commonNumber(left.type(), right.type())
            .orElseThrow(() -> TypeErrors.operands(node.span(), operator, left, right));
    if (common.baseType() == SqlBaseType.DECIMAL) {
      return decimal(operator, left, right);
    }
    return Call.of(operator, common, Cast.to(common, left), Cast.to(common, right));
  }

  /** Decimal operands keep their own precision; that of the result follows from both. */
  private static Expr decimal(Operator operator, Expr left, Expr right) {
    SqlDecimal l = Coercion.decimalOf(left.type());
    SqlDecimal r = Coercion.decimalOf(right.type());
    SqlDecimal type =
        switch (operator) {
          case ADD -> SqlDecimal.add(l, r);
          case SUBTRACT -> SqlDecimal.subtract(l, r);
          case MULTIPLY -> SqlDecimal.multiply(l, r);
          case DIVIDE -> SqlDecimal.divide(l, r);
          case MODULO -> SqlDecimal.modulus(l, r);
          case NEGATE,
              EQUAL,
              NOT_EQUAL,
              LESS_THAN,
              LESS_THAN_OR_EQUAL,
              GREATER_THAN,
              GREATER_THAN_OR_EQUAL,
              IS_DISTINCT_FROM,
              IS_NULL,
              LIKE,
              IN,
              SUBSCRIPT,
              FIELD,
              MAKE_ARRAY,
              MAKE_MAP ->
              throw new IllegalArgumentException(operator + " is no arithmetic");
        };
    return Call.of(operator, type, Cast.to(l, left), Cast.to(r, right));
  }

  static Expr comparison(ComparisonOperator written, Span span, Expr left, Expr right) {
    Expr distinct = comparison(span, of(written), left, right);
    return written == ComparisonOperator.IS_NOT_DISTINCT_FROM ? Logical.not(distinct) : distinct;
  }

  static Expr comparison(Span span, Operator operator, Expr writtenLeft, Expr writtenRight) {
    Expr left = asTimeOf(writtenRight, writtenLeft, span);
    Expr right = asTimeOf(writtenLeft, writtenRight, span);
    boolean distinct = operator == Operator.IS_DISTINCT_FROM;
    if (Nulls.isUntyped(left) || Nulls.isUntyped(right)) {
      if (!distinct) {
        throw TypeErrors.comparisonWithNull(span);
      }
      SqlType type = Nulls.isUntyped(left) ? right.type() : left.type();
      return Call.of(operator, SqlTypes.BOOLEAN, Nulls.typed(left, type), Nulls.typed(right, type));
    }
    SqlType common =
        Coercion.comparison(left.type(), right.type())
            .filter(type -> isComparable(type, operator))
            .orElseThrow(() -> TypeErrors.operands(span, operator, left, right));
    return Call.of(operator, SqlTypes.BOOLEAN, Cast.to(common, left), Cast.to(common, right));
  }

  /** A text that the time of a row or a bound of its window is compared with: in ms. */
  static Expr asTimeOf(Expr column, Expr value, Span span) {
    boolean time =
        column instanceof ColumnRef known
            && PseudoColumn.of(known.name()).filter(TIMES::contains).isPresent();
    if (!time || !(value instanceof Constant constant && constant.value() instanceof String text)) {
      return value;
    }
    try {
      return Literals.constant(TimeText.timestamp(text.trim()).getTime());
    } catch (KsqlException e) {
      throw Diagnostic.error(ErrorCode.TYPE_MISMATCH, span, "%s", e.getMessage()).toException(e);
    }
  }

  private static boolean isComparable(SqlType type, Operator operator) {
    return switch (type.baseType()) {
      case BOOLEAN, ARRAY, MAP, STRUCT ->
          operator == Operator.EQUAL
              || operator == Operator.NOT_EQUAL
              || operator == Operator.IS_DISTINCT_FROM;
      case INTEGER, BIGINT, DECIMAL, DOUBLE, STRING, TIME, DATE, TIMESTAMP, BYTES -> true;
    };
  }

  /**
   * @param values the value, then those it may equal
   */
  static Expr in(Span span, List<Expr> values) {
    if (Nulls.isUntyped(values.get(0))) {
      throw TypeErrors.comparisonWithNull(span);
    }
    List<Expr> known = values.stream().filter(value -> !Nulls.isUntyped(value)).toList();
    List<Expr> operands = CommonType.coerce(span, known);
    List<Expr> arguments = new ArrayList<>(operands);
    if (arguments.size() == 1) {
      arguments.add(new Constant(null, operands.get(0).type()));
    }
    return Call.of(Operator.IN, SqlTypes.BOOLEAN, arguments.toArray(new Expr[0]));
  }

  static RuntimeException noCommonType(Span span, Expr left, Expr right) {
    return Diagnostic.error(
            ErrorCode.TYPE_MISMATCH,
            span,
            "The values of a list must be of one type, but these are %s and %s.",
            TypeErrors.name(left),
            TypeErrors.name(right))
        .hint("A CAST of one of them may help.")
        .toException();
  }
}
