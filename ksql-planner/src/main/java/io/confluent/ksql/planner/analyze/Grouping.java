package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.physical.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a row must carry through a regrouping: the arguments of the aggregates, each once. */
final class Grouping {
  private Grouping() {}

  /**
   * @param columns the arguments, as columns of the regrouped row
   * @param calls the aggregates over those columns
   */
  record Arguments(List<NamedExpr> columns, List<Aggregation> calls) {}

  /** What events carry. Their time and constants travel anyway. */
  static Arguments arguments(List<Aggregation> calls) {
    return arguments(calls, Grouping::travelsAnyway);
  }

  /** What rows of a table carry: everything, since the time of a row taken back is not known. */
  static Arguments argumentsOfTable(List<Aggregation> calls) {
    return arguments(calls, argument -> false);
  }

  private static boolean travelsAnyway(Expr argument) {
    return argument instanceof Constant
        || argument instanceof ColumnRef column && column.side() == ColumnRef.Side.TIME;
  }

  private static Arguments arguments(List<Aggregation> calls, Predicate<Expr> travelsAnyway) {
    List<NamedExpr> columns = new ArrayList<>();
    List<Aggregation> moved = new ArrayList<>();
    for (Aggregation call : calls) {
      List<Expr> arguments = new ArrayList<>();
      for (Expr argument : call.arguments()) {
        arguments.add(travelsAnyway.test(argument) ? argument : carried(argument, columns));
      }
      moved.add(
          new Aggregation(
              call.signature(),
              arguments,
              call.literals(),
              call.name(),
              call.stateType(),
              call.type()));
    }
    return new Arguments(columns, moved);
  }

  private static Expr carried(Expr argument, List<NamedExpr> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).expr().equals(argument)) {
        return ColumnRef.value(i, columns.get(i).name(), argument.type());
      }
    }
    String name = "KSQL_ARG_" + columns.size();
    columns.add(new NamedExpr(name, argument));
    return ColumnRef.value(columns.size() - 1, name, argument.type());
  }
}
