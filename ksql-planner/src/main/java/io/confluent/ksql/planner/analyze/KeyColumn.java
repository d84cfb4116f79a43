package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A key column of FROM, and what of its rows is the same.
 *
 * @param same what joins have made equal to it, left to right; a side without a row may be NULL
 * @param always those of them that hold its value in every row
 */
record KeyColumn(List<Expr> same, List<Expr> always) {
  KeyColumn {
    same = List.copyOf(same);
    always = List.copyOf(always);
  }

  static KeyColumn of(Expr expr) {
    return new KeyColumn(List.of(expr), List.of(expr));
  }

  /** The columns that can be the key of a stored result. */
  List<ColumnRef> columns() {
    return columns(same);
  }

  /** The columns that hold its value in every row. */
  List<ColumnRef> exact() {
    return columns(always);
  }

  private static List<ColumnRef> columns(List<Expr> exprs) {
    return exprs.stream()
        .flatMap(expr -> expr instanceof ColumnRef column ? Stream.of(column) : Stream.empty())
        .toList();
  }

  KeyColumn moved(UnaryOperator<Expr> move) {
    return new KeyColumn(same.stream().map(move).toList(), always.stream().map(move).toList());
  }

  /** Without the column of the key itself, which a further join leaves behind. */
  KeyColumn inValue() {
    return new KeyColumn(inValue(same), inValue(always));
  }

  private static List<Expr> inValue(List<Expr> exprs) {
    return exprs.stream()
        .filter(expr -> !(expr instanceof ColumnRef column && column.side() == ColumnRef.Side.KEY))
        .toList();
  }
}
