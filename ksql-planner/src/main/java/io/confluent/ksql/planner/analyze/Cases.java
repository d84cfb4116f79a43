package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.SearchedCase;
import io.confluent.ksql.parser.ast.SimpleCase;
import io.confluent.ksql.parser.ast.When;
import io.confluent.ksql.planner.expr.Case;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds CASE; all its results must be of one type, since the language promotes none of them. */
final class Cases {
  private Cases() {}

  static Expr searched(SearchedCase node, ExprBinder binder) {
    List<Expr> conditions = new ArrayList<>();
    for (When when : node.whens()) {
      conditions.add(binder.bindCondition(when.condition(), "A condition of CASE"));
    }
    return make(node.span(), conditions, node.whens(), node.otherwise(), binder);
  }

  static Expr simple(SimpleCase node, ExprBinder binder) {
    List<Expr> conditions = new ArrayList<>();
    for (When when : node.whens()) {
      conditions.add(
          Operators.comparison(
              when.span(),
              Operator.EQUAL,
              binder.bindNullable(node.operand()),
              binder.bindNullable(when.condition())));
    }
    return make(node.span(), conditions, node.whens(), node.otherwise(), binder);
  }

  private static Expr make(
      Span span,
      List<Expr> conditions,
      List<When> whens,
      Optional<Expression> otherwise,
      ExprBinder binder) {
    List<Expression> written = new ArrayList<>(whens.stream().map(When::result).toList());
    otherwise.ifPresent(written::add);
    List<Expr> results = written.stream().map(binder::bindNullable).toList();
    SqlType type = commonType(span, written, results);
    List<Case.When> bound = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      bound.add(new Case.When(conditions.get(i), Nulls.typed(results.get(i), type)));
    }
    Expr last =
        otherwise.isPresent()
            ? Nulls.typed(results.get(results.size() - 1), type)
            : new Constant(null, type);
    return new Case(bound, last);
  }

  private static SqlType commonType(Span span, List<Expression> written, List<Expr> results) {
    SqlType type = null;
    for (int i = 0; i < results.size(); i++) {
      Expr result = results.get(i);
      if (Nulls.isUntyped(result)) {
        continue;
      }
      if (type != null && !type.equals(result.type())) {
        throw Diagnostic.error(
                ErrorCode.TYPE_MISMATCH,
                written.get(i).span(),
                "All results of CASE must be of one type, but this is %s and one before it %s.",
                result.type(),
                type)
            .hint("Write CAST(... AS " + type + ").")
            .toException();
      }
      type = result.type();
    }
    if (type == null) {
      throw TypeErrors.untypedNull(span);
    }
    return type;
  }
}
