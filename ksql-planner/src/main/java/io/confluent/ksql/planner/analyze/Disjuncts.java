package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.parser.ast.And;
import io.confluent.ksql.parser.ast.Between;
import io.confluent.ksql.parser.ast.Comparison;
import io.confluent.ksql.parser.ast.ComparisonOperator;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.In;
import io.confluent.ksql.parser.ast.Not;
import io.confluent.ksql.parser.ast.Or;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition as an OR of ANDs. {@code IN} and {@code BETWEEN} become comparisons, and NOT goes
 * down to the comparisons it turns round. What is none of these stays as it is.
 */
final class Disjuncts {
  /** Beyond that many, looking for each is no quicker than looking at every row. */
  private static final int MOST = 10_000;

  private Disjuncts() {}

  /** The disjuncts, each a list of what must hold together; empty if there are too many. */
  static Optional<List<List<Expression>>> of(Expression condition) {
    List<List<Expression>> found = split(condition, false);
    return found == null ? Optional.empty() : Optional.of(found);
  }

  private static List<List<Expression>> split(Expression node, boolean negated) {
    if (node instanceof Not not) {
      return split(not.operand(), !negated);
    }
    if (node instanceof And and) {
      return negated
          ? either(split(and.left(), true), split(and.right(), true))
          : both(split(and.left(), false), split(and.right(), false));
    }
    if (node instanceof Or or) {
      return negated
          ? both(split(or.left(), true), split(or.right(), true))
          : either(split(or.left(), false), split(or.right(), false));
    }
    if (node instanceof Between between) {
      return split(asComparisons(between), negated);
    }
    if (node instanceof In in) {
      return split(asComparisons(in), negated);
    }
    if (node instanceof Comparison comparison && negated) {
      return one(turned(comparison));
    }
    return one(negated ? new Not(node.span(), node) : node);
  }

  private static List<List<Expression>> one(Expression node) {
    return List.of(List.of(node));
  }

  private static Expression asComparisons(Between node) {
    return new And(
        node.span(),
        new Comparison(
            node.span(), ComparisonOperator.GREATER_THAN_OR_EQUAL, node.value(), node.low()),
        new Comparison(
            node.span(), ComparisonOperator.LESS_THAN_OR_EQUAL, node.value(), node.high()));
  }

  /** Halved again and again, since a long list must not become a deep tree. */
  private static Expression asComparisons(In node) {
    return asComparisons(node, node.list());
  }

  private static Expression asComparisons(In node, List<Expression> list) {
    if (list.size() == 1) {
      return new Comparison(node.span(), ComparisonOperator.EQUAL, node.value(), list.get(0));
    }
    int half = list.size() / 2;
    return new Or(
        node.span(),
        asComparisons(node, list.subList(0, half)),
        asComparisons(node, list.subList(half, list.size())));
  }

  private static Comparison turned(Comparison node) {
    ComparisonOperator contrary =
        switch (node.operator()) {
          case EQUAL -> ComparisonOperator.NOT_EQUAL;
          case NOT_EQUAL -> ComparisonOperator.EQUAL;
          case LESS_THAN -> ComparisonOperator.GREATER_THAN_OR_EQUAL;
          case LESS_THAN_OR_EQUAL -> ComparisonOperator.GREATER_THAN;
          case GREATER_THAN -> ComparisonOperator.LESS_THAN_OR_EQUAL;
          case GREATER_THAN_OR_EQUAL -> ComparisonOperator.LESS_THAN;
          case IS_DISTINCT_FROM -> ComparisonOperator.IS_NOT_DISTINCT_FROM;
          case IS_NOT_DISTINCT_FROM -> ComparisonOperator.IS_DISTINCT_FROM;
        };
    return new Comparison(node.span(), contrary, node.left(), node.right());
  }

  private static List<List<Expression>> either(
      List<List<Expression>> left, List<List<Expression>> right) {
    if (left == null || right == null || left.size() + right.size() > MOST) {
      return null;
    }
    List<List<Expression>> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }

  private static List<List<Expression>> both(
      List<List<Expression>> left, List<List<Expression>> right) {
    if (left == null || right == null || (long) left.size() * right.size() > MOST) {
      return null;
    }
    List<List<Expression>> all = new ArrayList<>();
    for (List<Expression> first : left) {
      for (List<Expression> second : right) {
        List<Expression> together = new ArrayList<>(first);
        together.addAll(second);
        all.add(together);
      }
    }
    return all;
  }
}
