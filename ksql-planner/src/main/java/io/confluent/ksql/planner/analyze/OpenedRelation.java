package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.schema.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * A relation as a side of a join: with every column, pseudo columns too, in the value. A join has
 * them there already.
 */
final class OpenedRelation {
  private final FromClause relation;
  private final List<NamedExpr> value = new ArrayList<>();
  private final List<ScopeSource> sources = new ArrayList<>();

  OpenedRelation(FromClause relation) {
    this.relation = relation;
    for (ScopeSource source : relation.sources()) {
      List<ScopeColumn> columns = new ArrayList<>();
      for (ScopeColumn column : source.columns()) {
        ColumnRef place = ColumnRef.value(value.size(), column.name(), column.place().type());
        columns.add(new ScopeColumn(column.name(), place, column.role()));
        value.add(new NamedExpr(source.alias() + "." + column.name(), column.place()));
      }
      sources.add(new ScopeSource(source.alias(), source.source(), columns));
    }
  }

  /** The sources, with their columns where they are now. */
  List<ScopeSource> sources() {
    return sources;
  }

  int width() {
    return value.size();
  }

  /** The rows, with the key that they have. */
  LogicalPlan plan() {
    boolean open =
        relation.plan() instanceof LogicalPlan.Join
            || relation.plan() instanceof LogicalPlan.ForeignKeyJoin;
    return open && width() == relation.plan().schema().value().size()
        ? relation.plan()
        : new LogicalPlan.Project(relation.plan(), keyNames(), value);
  }

  private List<String> keyNames() {
    return relation.plan().schema().key().stream().map(Column::name).toList();
  }

  /**
   * The rows with another key.
   *
   * @param key over the relation's rows as they were
   */
  LogicalPlan rekeyed(Expr key) {
    String name = key instanceof ColumnRef column ? column.name() : SyntheticKey.NAME;
    return new LogicalPlan.Rekey(
        relation.plan(), List.of(new NamedExpr(name, key)), value, LogicalPlan.Rekey.Purpose.JOIN);
  }

  /** The column that holds an expression; one more if none does yet. */
  ColumnRef column(Expr expr, String name) {
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i).expr().equals(expr)) {
        return ColumnRef.value(i, value.get(i).name(), expr.type());
      }
    }
    value.add(new NamedExpr(name, expr));
    return ColumnRef.value(value.size() - 1, name, expr.type());
  }

  /** An expression over the relation's rows as they were, over the rows as they are now. */
  Expr moved(Expr expr) {
    return ExprTrees.transformUp(
        expr, node -> node instanceof ColumnRef column ? place(column) : node);
  }

  /** The key of a full outer join is in no column; it ends with that join. */
  private Expr place(ColumnRef column) {
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i).expr().equals(column)) {
        return ColumnRef.value(i, column.name(), column.type());
      }
    }
    return column;
  }
}
