package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.physical.JoinKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The row that a join gives: where the columns of both sides are in it, and what of them is its
 * key.
 */
final class JoinedRow {
  private final OpenedRelation left;
  private final OpenedRelation right;

  JoinedRow(OpenedRelation left, OpenedRelation right) {
    this.left = left;
    this.right = right;
  }

  /**
   * A join by key.
   *
   * @param leftKey the left side's key, over the left relation
   * @param rightKey the right side's key, over the right relation
   */
  FromClause keyed(
      LogicalPlan plan, JoinKind type, KeyColumn leftKey, KeyColumn rightKey, KeyPlace place) {
    KeyColumn one = leftKey.moved(left::moved).inValue();
    KeyColumn other = rightKey.moved(this::shiftedRight);
    KeyColumn key =
        switch (type) {
          case INNER ->
              new KeyColumn(both(one.same(), other.same()), both(one.always(), other.always()));
          case LEFT -> new KeyColumn(both(one.same(), other.same()), one.always());
          case RIGHT -> new KeyColumn(both(one.same(), other.same()), other.always());
          case FULL -> new KeyColumn(List.of(), List.of());
        };
    Optional<ScopeColumn> synthetic =
        key.columns().isEmpty()
            ? Optional.of(SyntheticKey.of(sources(), plan.schema().key().get(0).type()))
            : Optional.empty();
    KeyColumn chosen =
        synthetic
            .map(
                column ->
                    new KeyColumn(
                        both(List.of(column.place()), key.same()),
                        both(List.of(column.place()), key.always())))
            .orElse(key);
    return new FromClause(plan, sources(), List.of(chosen), synthetic, place);
  }

  /** A join that leaves the key of the left side as it is. */
  FromClause withLeftKeys(LogicalPlan plan, List<KeyColumn> keys, KeyPlace place) {
    return new FromClause(
        plan,
        sources(),
        keys.stream().map(key -> key.moved(left::moved)).toList(),
        Optional.empty(),
        place);
  }

  private static List<Expr> both(List<? extends Expr> one, List<? extends Expr> other) {
    List<Expr> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private List<ScopeSource> sources() {
    List<ScopeSource> sources = new ArrayList<>(left.sources());
    for (ScopeSource source : right.sources()) {
      sources.add(
          new ScopeSource(
              source.alias(),
              source.source(),
              source.columns().stream()
                  .map(
                      column ->
                          new ScopeColumn(column.name(), shifted(column.place()), column.role()))
                  .toList()));
    }
    return sources;
  }

  private ColumnRef shifted(ColumnRef column) {
    return ColumnRef.value(column.index() + left.width(), column.name(), column.type());
  }

  private Expr shiftedRight(Expr expr) {
    return ExprTrees.transformUp(
        right.moved(expr), node -> node instanceof ColumnRef column ? shifted(column) : node);
  }
}
