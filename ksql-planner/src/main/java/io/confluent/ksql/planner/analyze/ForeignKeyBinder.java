package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.JoinType;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.logical.LogicalPlan;

/** Binds joins of tables in which rows of the left one name rows of the right one. */
final class ForeignKeyBinder {
  private final JoinKeys keys;

  ForeignKeyBinder(JoinKeys keys) {
    this.keys = keys;
  }

  FromClause bind(Join join, OnClause on, FromClause left, FromClause right) {
    check(join, left, right);
    OpenedRelation leftOpen = new OpenedRelation(left);
    OpenedRelation rightOpen = new OpenedRelation(right);
    Expr named = on.left().expr();
    ColumnRef foreignKey = leftOpen.column(named, "FOREIGN_KEY");
    JoinKeys.Side one = new JoinKeys.Side(leftOpen.plan(), left.place(), JoinKeys.Change.NONE);
    JoinKeys.Side other =
        keys.named(new JoinKeys.Side(rightOpen.plan(), right.place(), JoinKeys.Change.NONE));
    LogicalPlan plan =
        new LogicalPlan.ForeignKeyJoin(
            one.plan(),
            other.plan(),
            JoinBinder.kind(join),
            foreignKey,
            keys.internal(one),
            other.place().format());
    KeyPlace place =
        new KeyPlace(keys.internal(one), KeyPlace.Origin.INTERNAL, left.place().source());
    return new JoinedRow(leftOpen, rightOpen).withLeftKeys(plan, left.keys(), place);
  }

  private static void check(Join join, FromClause left, FromClause right) {
    ScopeSource first = left.sources().get(0);
    if (left.sources().size() > 1) {
      throw Diagnostic.error(
              ErrorCode.JOIN_KIND,
              join.on().span(),
              "Only the first join of a query can be by a foreign key, and this is none of the"
                  + " key of what is joined so far.")
          .hint("Join the two tables in a query of their own, and its result here.")
          .toException();
    }
    if (join.type() == JoinType.RIGHT || join.type() == JoinType.FULL) {
      throw Diagnostic.error(
              ErrorCode.JOIN_KIND,
              join.right().span(),
              "A table is joined by a foreign key by INNER or LEFT JOIN only.")
          .hint(
              "A row of %s that no row of %s names has no key to go on with."
                  .formatted(right.sources().get(0).alias(), first.alias()))
          .toException();
    }
    if (first.source().window().isPresent()) {
      throw Diagnostic.error(
              ErrorCode.JOIN_WINDOWS,
              join.right().span(),
              "%s is windowed, and windowed tables are not joined by foreign keys.",
              first.source().name())
          .toException();
    }
  }
}
