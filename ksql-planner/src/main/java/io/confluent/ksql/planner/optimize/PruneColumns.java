package io.confluent.ksql.planner.optimize;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.planner.physical.TableFunctionCall;
import io.confluent.ksql.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Takes out the value columns that nothing above uses. From the root down each operator learns
 * which of its columns are used, and on the way back where those have moved to.
 */
final class PruneColumns {
  private static final int GONE = -1;

  private PruneColumns() {}

  /**
   * An operator without its unused columns.
   *
   * @param plan the operator
   * @param places for each value column of the old one where it is in the new one
   */
  private record Pruned(LogicalPlan plan, int[] places) {
    Expr moved(Expr expr) {
      return ExprTrees.transformUp(
          expr,
          node ->
              node instanceof ColumnRef column && column.side() == ColumnRef.Side.VALUE
                  ? ColumnRef.value(places[column.index()], column.name(), column.type())
                  : node);
    }

    List<NamedExpr> moved(List<NamedExpr> exprs) {
      return exprs.stream().map(e -> new NamedExpr(e.name(), moved(e.expr()))).toList();
    }
  }

  /** The plan without what is not used; the columns of its root stay. */
  static LogicalPlan apply(LogicalPlan plan) {
    BitSet all = new BitSet();
    all.set(0, plan.schema().value().size());
    return prune(plan, all).plan();
  }

  private static Pruned prune(LogicalPlan plan, BitSet used) {
    if (plan instanceof LogicalPlan.Scan scan) {
      return scan(scan, used);
    }
    if (plan instanceof LogicalPlan.Filter filter) {
      return filter(filter, used);
    }
    if (plan instanceof LogicalPlan.Project project) {
      BitSet below = new BitSet();
      List<NamedExpr> kept = kept(project.value(), used, below);
      Pruned input = prune(project.input(), below);
      return new Pruned(
          new LogicalPlan.Project(input.plan(), project.keyNames(), input.moved(kept)),
          places(project.value().size(), used));
    }
    if (plan instanceof LogicalPlan.FlatMap flatMap) {
      return flatMap(flatMap, used);
    }
    if (plan instanceof LogicalPlan.Rekey rekey) {
      BitSet below = new BitSet();
      rekey.key().forEach(key -> addUsed(key.expr(), below));
      List<NamedExpr> kept = kept(rekey.value(), used, below);
      Pruned input = prune(rekey.input(), below);
      return new Pruned(
          new LogicalPlan.Rekey(
              input.plan(), input.moved(rekey.key()), input.moved(kept), rekey.purpose()),
          places(rekey.value().size(), used));
    }
    if (plan instanceof LogicalPlan.Aggregate aggregate) {
      return aggregate(aggregate);
    }
    if (plan instanceof LogicalPlan.Repartition repartition) {
      // A row without any column would be written as no value at all, which means a deletion.
      Pruned input = prune(repartition.input(), atLeastOne(used));
      return new Pruned(repartition.withInputs(List.of(input.plan())), input.places());
    }
    if (plan instanceof LogicalPlan.Join join) {
      Sides sides = sides(join.left(), join.right(), used);
      return new Pruned(join.withInputs(sides.plans()), sides.places());
    }
    return join((LogicalPlan.ForeignKeyJoin) plan, used);
  }

  /** Columns of the topic keep their places, decoding skips them; what a scan appends goes. */
  private static Pruned scan(LogicalPlan.Scan scan, BitSet used) {
    int declared = scan.source().schema().value().size();
    List<ScanExtra> kept = new ArrayList<>();
    int[] places = new int[scan.schema().value().size()];
    for (int i = 0; i < places.length; i++) {
      if (i < declared) {
        places[i] = i;
      } else if (used.get(i)) {
        places[i] = declared + kept.size();
        kept.add(scan.extras().get(i - declared));
      } else {
        places[i] = GONE;
      }
    }
    return new Pruned(
        new LogicalPlan.Scan(scan.source(), kept, decoded(scan.source(), used)), places);
  }

  /** Rows of a table are decoded whole: what keeps them may be asked for any column. */
  private static Optional<List<Integer>> decoded(Source source, BitSet used) {
    List<Column> columns = source.schema().value();
    List<Integer> decoded = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      boolean isTime = source.timestamp().filter(time -> time.column().equals(name)).isPresent();
      if (used.get(i) || isTime) {
        decoded.add(i);
      }
    }
    return source.isTable() || decoded.size() == columns.size()
        ? Optional.empty()
        : Optional.of(decoded);
  }

  private static Pruned filter(LogicalPlan.Filter filter, BitSet used) {
    BitSet below = (BitSet) used.clone();
    addUsed(filter.condition(), below);
    Pruned input = prune(filter.input(), below);
    return new Pruned(
        new LogicalPlan.Filter(input.plan(), input.moved(filter.condition())), input.places());
  }

  /** Every call stays: how many rows there are depends on each. */
  private static Pruned flatMap(LogicalPlan.FlatMap flatMap, BitSet used) {
    int width = flatMap.input().schema().value().size();
    BitSet below = used.get(0, width);
    flatMap.calls().forEach(call -> call.arguments().forEach(arg -> addUsed(arg, below)));
    Pruned input = prune(flatMap.input(), below);
    List<TableFunctionCall> calls = new ArrayList<>();
    for (TableFunctionCall call : flatMap.calls()) {
      calls.add(call.withArguments(call.arguments().stream().map(input::moved).toList()));
    }
    int[] places = Arrays.copyOf(input.places(), width + calls.size());
    int first = input.plan().schema().value().size();
    for (int i = 0; i < calls.size(); i++) {
      places[width + i] = first + i;
    }
    return new Pruned(new LogicalPlan.FlatMap(input.plan(), calls), places);
  }

  private static Pruned aggregate(LogicalPlan.Aggregate aggregate) {
    BitSet below = new BitSet();
    aggregate.calls().forEach(call -> call.arguments().forEach(arg -> addUsed(arg, below)));
    Pruned input = prune(aggregate.input(), below);
    List<Aggregation> calls = new ArrayList<>();
    for (Aggregation call : aggregate.calls()) {
      calls.add(
          new Aggregation(
              call.signature(),
              call.arguments().stream().map(input::moved).toList(),
              call.literals(),
              call.name(),
              call.stateType(),
              call.type()));
    }
    int[] places = new int[calls.size()];
    Arrays.setAll(places, i -> i);
    return new Pruned(
        new LogicalPlan.Aggregate(input.plan(), calls, aggregate.windowing(), aggregate.emission()),
        places);
  }

  private static Pruned join(LogicalPlan.ForeignKeyJoin join, BitSet used) {
    BitSet below = (BitSet) used.clone();
    addUsed(join.foreignKey(), below);
    Sides sides = sides(join.left(), join.right(), below);
    return new Pruned(
        new LogicalPlan.ForeignKeyJoin(
            sides.left().plan(),
            sides.right().plan(),
            join.type(),
            (ColumnRef) sides.left().moved(join.foreignKey()),
            join.leftKeyFormat(),
            join.rightKeyFormat()),
        sides.places());
  }

  /**
   * Both sides of a join without their unused columns.
   *
   * @param places for each value column of the old join where it is in the new one
   */
  private record Sides(Pruned left, Pruned right, int[] places) {
    List<LogicalPlan> plans() {
      return List.of(left.plan(), right.plan());
    }
  }

  private static Sides sides(LogicalPlan leftPlan, LogicalPlan rightPlan, BitSet used) {
    int leftWidth = leftPlan.schema().value().size();
    int rightWidth = rightPlan.schema().value().size();
    // A side without any column would be stored as no value at all, which means a deletion.
    Pruned left = prune(leftPlan, atLeastOne(used.get(0, leftWidth)));
    Pruned right = prune(rightPlan, atLeastOne(used.get(leftWidth, leftWidth + rightWidth)));
    int offset = left.plan().schema().value().size();
    int[] places = new int[leftWidth + rightWidth];
    for (int i = 0; i < places.length; i++) {
      int side = i < leftWidth ? left.places()[i] : right.places()[i - leftWidth];
      places[i] = side == GONE || i < leftWidth ? side : side + offset;
    }
    return new Sides(left, right, places);
  }

  private static BitSet atLeastOne(BitSet used) {
    if (used.isEmpty()) {
      used.set(0);
    }
    return used;
  }

  private static List<NamedExpr> kept(List<NamedExpr> exprs, BitSet used, BitSet below) {
    List<NamedExpr> kept = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      if (used.get(i)) {
        kept.add(exprs.get(i));
        addUsed(exprs.get(i).expr(), below);
      }
    }
    return kept;
  }

  private static int[] places(int width, BitSet used) {
    int[] places = new int[width];
    int next = 0;
    for (int i = 0; i < width; i++) {
      places[i] = used.get(i) ? next++ : GONE;
    }
    return places;
  }

  private static void addUsed(Expr expr, BitSet used) {
    ExprTrees.forEach(
        expr,
        node -> {
          if (node instanceof ColumnRef column && column.side() == ColumnRef.Side.VALUE) {
            used.set(column.index());
          }
        });
  }
}
