package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.And;
import io.confluent.ksql.parser.ast.Comparison;
import io.confluent.ksql.parser.ast.ComparisonOperator;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.Or;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * ON, bound: one equality, whichever way round it is written.
 *
 * @param left its side over the rows of the left relation
 * @param right its side over the rows of the source that is joined
 */
record OnClause(Operand left, Operand right) {
  /**
   * A side of the equality.
   *
   * @param written as the query has it
   * @param expr over the rows of its relation
   */
  record Operand(Expression written, Expr expr) {}

  static OnClause bind(PlanningContext context, Join join, FromClause left, FromClause right) {
    return new Binder(context, left, right).bind(join.on());
  }

  private record Binder(PlanningContext context, FromClause left, FromClause right) {
    OnClause bind(Expression written) {
      if (written instanceof And || written instanceof Or) {
        throw Diagnostic.error(
                ErrorCode.JOIN_CRITERION,
                written.span(),
                "ON takes one equality, and this is more than one condition.")
            .hint("What else must hold can stand in WHERE.")
            .toException();
      }
      if (!(written instanceof Comparison on) || on.operator() != ComparisonOperator.EQUAL) {
        throw Diagnostic.error(
                ErrorCode.JOIN_CRITERION, written.span(), "ON must be one equality of both sides.")
            .hint("For example ON a.id = b.id.")
            .toException();
      }
      checkSources(on);
      Optional<OnClause> straight = tryBind(on.left(), on.right());
      return straight.or(() -> tryBind(on.right(), on.left())).orElseThrow(() -> misplaced(on));
    }

    /** Bound against both sides first: a name that is in neither or in both says so itself. */
    private void checkSources(Comparison on) {
      List<ScopeSource> all = new ArrayList<>(left.sources());
      all.addAll(right.sources());
      Optional<ScopeColumn> synthetic = left.synthetic();
      ExprBinder both = binder(new Scope(all, left.scope().rowTime(), synthetic));
      for (Expression side : List.of(on.left(), on.right())) {
        if (ExprTrees.isConstant(both.bind(side))) {
          throw Diagnostic.error(
                  ErrorCode.JOIN_CRITERION,
                  side.span(),
                  "Each side of the equality must name a column.")
              .hint("A condition on one source alone can stand in WHERE.")
              .toException();
        }
      }
    }

    private Optional<OnClause> tryBind(Expression ofLeft, Expression ofRight) {
      Optional<Expr> leftExpr = tryBind(ofLeft, left);
      Optional<Expr> rightExpr = tryBind(ofRight, right);
      if (leftExpr.isEmpty() || rightExpr.isEmpty()) {
        return Optional.empty();
      }
      Set<String> sources = sourcesOf(leftExpr.get());
      if (sources.size() > 1) {
        throw Diagnostic.error(
                ErrorCode.JOIN_CRITERION,
                ofLeft.span(),
                "Each side of the equality must name columns of one source; this names %s.",
                String.join(" and ", sources))
            .toException();
      }
      return Optional.of(
          new OnClause(new Operand(ofLeft, leftExpr.get()), new Operand(ofRight, rightExpr.get())));
    }

    private Optional<Expr> tryBind(Expression expression, FromClause relation) {
      try {
        return Optional.of(binder(relation.scope()).bind(expression));
      } catch (DiagnosticException e) {
        boolean elsewhere =
            e.diagnostic().code() == ErrorCode.COLUMN_NOT_FOUND
                || e.diagnostic().code() == ErrorCode.SOURCE_NOT_FOUND;
        if (elsewhere) {
          return Optional.empty();
        }
        throw e;
      }
    }

    private ExprBinder binder(Scope scope) {
      return new ExprBinder(context, Optional.of(scope), Optional.empty());
    }

    /** Aliases of the sources of the left relation whose columns an expression uses. */
    private Set<String> sourcesOf(Expr expr) {
      Set<String> aliases = new TreeSet<>();
      ExprTrees.forEach(
          expr,
          node -> {
            for (ScopeSource source : left.sources()) {
              boolean its =
                  node instanceof ColumnRef column
                      && source.columns().stream().anyMatch(c -> c.place().equals(column));
              if (its) {
                aliases.add(source.alias());
              }
            }
          });
      return aliases;
    }

    private RuntimeException misplaced(Comparison on) {
      String added = right.sources().get(0).alias();
      String others =
          left.sources().stream().map(ScopeSource::alias).collect(Collectors.joining(" or "));
      return Diagnostic.error(
              ErrorCode.JOIN_CRITERION,
              on.span(),
              "One side of the equality must be of %s, the other of %s.",
              added,
              others)
          .toException();
    }
  }
}
