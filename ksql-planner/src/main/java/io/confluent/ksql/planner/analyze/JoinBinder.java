package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.Within;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.physical.JoinKind;
import io.confluent.ksql.planner.physical.JoinWindow;
import io.confluent.ksql.schema.Column;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Binds a join. Each side first has all its columns in the value, so the value of the joined row is
 * that of the left side and then that of the right; what nobody asks for is pruned later.
 */
final class JoinBinder {
  /** How long rows are waited for where the query does not say. */
  private static final Duration GRACE_BY_DEFAULT = Duration.ofHours(24);

  private final PlanningContext context;
  private final FromBinder from;

  JoinBinder(PlanningContext context, FromBinder from) {
    this.context = context;
    this.from = from;
  }

  FromClause bind(Join join) {
    FromClause left = from.bind(join.left());
    FromClause right = from.bindSource(join.right());
    new JoinRules(join, left, right).check();
    OnClause on = OnClause.bind(context, join, left, right);
    if (right.plan().kind() == Source.Kind.TABLE && !isKey(right, on.right())) {
      throw notOnKey(right, on);
    }
    checkTypes(join, on);
    KeyTypes.check(on.left().expr(), on.left().written());
    boolean byForeignKey = left.plan().kind() == Source.Kind.TABLE && !isKey(left, on.left());
    return byForeignKey
        ? new ForeignKeyBinder(new JoinKeys(context)).bind(join, on, left, right)
        : byKey(join, on, left, right);
  }

  private FromClause byKey(Join join, OnClause on, FromClause left, FromClause right) {
    OpenedRelation leftOpen = new OpenedRelation(left);
    OpenedRelation rightOpen = new OpenedRelation(right);
    JoinKeys.Agreed sides =
        new JoinKeys(context)
            .agree(
                side(left, leftOpen, on.left()),
                side(right, rightOpen, on.right()),
                join.right().span());
    JoinKind type = kind(join);
    LogicalPlan plan =
        new LogicalPlan.Join(
            sides.left(),
            sides.right(),
            type,
            join.within().map(JoinBinder::window),
            sides.place().format());
    return new JoinedRow(leftOpen, rightOpen)
        .keyed(plan, type, same(left, on.left()), same(right, on.right()), sides.place());
  }

  static JoinKind kind(Join join) {
    return switch (join.type()) {
      case INNER -> JoinKind.INNER;
      case LEFT -> JoinKind.LEFT;
      case RIGHT -> JoinKind.RIGHT;
      case FULL -> JoinKind.FULL;
    };
  }

  private static JoinWindow window(Within within) {
    return new JoinWindow(
        within.before(),
        within.after(),
        within.grace().orElse(GRACE_BY_DEFAULT),
        within.grace().isPresent()
            ? JoinWindow.Unmatched.WHEN_CLOSED
            : JoinWindow.Unmatched.AT_ONCE);
  }

  private static boolean isKey(FromClause relation, OnClause.Operand operand) {
    return relation.keys().size() == 1 && relation.keys().get(0).same().contains(operand.expr());
  }

  /** What is equal to a side's key when it is joined. */
  private static KeyColumn same(FromClause relation, OnClause.Operand operand) {
    Expr expr = operand.expr();
    return isKey(relation, operand) ? relation.keys().get(0) : KeyColumn.of(expr);
  }

  private static JoinKeys.Side side(
      FromClause relation, OpenedRelation opened, OnClause.Operand operand) {
    if (isKey(relation, operand)) {
      return new JoinKeys.Side(opened.plan(), relation.place(), JoinKeys.Change.NONE);
    }
    for (ScopeSource source : relation.sources()) {
      if (source.source().window().isPresent()) {
        throw Diagnostic.error(
                ErrorCode.WINDOWED_REKEY,
                operand.written().span(),
                "%s is windowed, and its rows cannot be given another key.",
                source.source().name())
            .hint("Join it on its key column.")
            .toException();
      }
    }
    return new JoinKeys.Side(
        opened.rekeyed(operand.expr()), relation.place(), JoinKeys.Change.REKEYED);
  }

  private static RuntimeException notOnKey(FromClause right, OnClause on) {
    ScopeSource table = right.sources().get(0);
    String key =
        table.source().schema().key().stream().map(Column::name).collect(Collectors.joining(", "));
    boolean single = table.source().schema().key().size() == 1;
    return Diagnostic.error(
            ErrorCode.JOIN_PRIMARY_KEY,
            on.right().written().span(),
            single
                ? "A table is joined on its primary key."
                : "A table is joined on its primary key, which must be of one column.")
        .hint("The primary key of " + table.alias() + " is " + key + ".")
        .toException();
  }

  private static void checkTypes(Join join, OnClause on) {
    if (!on.left().expr().type().equals(on.right().expr().type())) {
      throw Diagnostic.error(
              ErrorCode.JOIN_TYPES,
              join.on().span(),
              "Both sides of the equality must be of one type, but these are %s and %s.",
              on.left().expr().type(),
              on.right().expr().type())
          .hint(
              Optional.of("CAST one of them: CAST(... AS %s).".formatted(on.right().expr().type())))
          .toException();
    }
  }
}
