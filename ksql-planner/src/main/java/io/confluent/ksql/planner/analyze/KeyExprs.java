package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.format.ExpressionFormatter;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import java.util.ArrayList;
import java.util.List;

/** The expressions that PARTITION BY or GROUP BY makes a key of, each once. */
final class KeyExprs {
  private final ErrorCode code;
  private final String twice;
  private final List<Expr> exprs = new ArrayList<>();
  private final List<Expression> written = new ArrayList<>();

  /**
   * @param code of the error if an expression comes twice
   * @param twice what that error says
   */
  KeyExprs(ErrorCode code, String twice) {
    this.code = code;
    this.twice = twice;
  }

  /** Adds an expression, which must be able to be a key. */
  void add(Expr key, Expression text) {
    if (exprs.contains(key)) {
      throw Diagnostic.error(code, text.span(), "%s", twice)
          .hint("Leave one of them out.")
          .toException();
    }
    KeyTypes.check(key, text);
    exprs.add(key);
    written.add(text);
  }

  List<Expr> exprs() {
    return List.copyOf(exprs);
  }

  /** How the query has them. */
  List<Expression> written() {
    return List.copyOf(written);
  }

  /** How people call them. */
  List<String> titles() {
    return written.stream().map(ExpressionFormatter::format).toList();
  }

  /** What SELECT calls them; only what it leaves out gets a name of its own. */
  List<String> names(List<SelectedItem> items, ColumnNames columns) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      Expr expr = exprs.get(i);
      Expression text = written.get(i);
      names.add(
          items.stream()
              .filter(item -> item.expr().equals(expr))
              .map(SelectedItem::name)
              .findFirst()
              .orElseGet(() -> columns.of(text)));
    }
    return names;
  }

  /** The expressions under these names. */
  List<NamedExpr> named(List<String> names) {
    List<NamedExpr> named = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      named.add(new NamedExpr(names.get(i), exprs.get(i)));
    }
    return named;
  }
}
