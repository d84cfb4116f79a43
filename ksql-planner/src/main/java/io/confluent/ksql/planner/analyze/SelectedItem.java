package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.expr.Expr;

/**
 * One column of a result, as SELECT asks for it.
 *
 * @param name its name
 * @param expr its value
 * @param span where it stands in the text
 * @param aliased whether the name was given by the query
 */
record SelectedItem(String name, Expr expr, Span span, boolean aliased) {
  SelectedItem withExpr(Expr other) {
    return new SelectedItem(name, other, span, aliased);
  }
}
