package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.physical.Aggregation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the aggregate calls out of expressions. The result of the n-th stands as a value column
 * right behind those of the row of FROM, until the query is grouped.
 */
final class AggregateCollector {
  private final int width;
  private final List<Aggregation> calls = new ArrayList<>();
  private final Map<String, Span> irreversible = new LinkedHashMap<>();

  /**
   * @param width how many value columns the row of FROM has
   */
  AggregateCollector(int width) {
    this.width = width;
  }

  List<Aggregation> calls() {
    return List.copyOf(calls);
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  /** Notes a function that cannot take a row back, with the place of its first call. */
  void addIrreversible(String function, Span where) {
    irreversible.putIfAbsent(function, where);
  }

  /** The functions that cannot take a row back, in their order, each with a place. */
  Map<String, Span> irreversible() {
    return Collections.unmodifiableMap(irreversible);
  }

  /** Where the result of a call stands; the same call twice is computed once. */
  ColumnRef add(Aggregation call) {
    for (int i = 0; i < calls.size(); i++) {
      Aggregation known = calls.get(i);
      if (known.signature().equals(call.signature())
          && known.arguments().equals(call.arguments())
          && known.literals().equals(call.literals())) {
        return place(i);
      }
    }
    calls.add(
        new Aggregation(
            call.signature(),
            call.arguments(),
            call.literals(),
            "KSQL_AGG_VARIABLE_" + calls.size(),
            call.stateType(),
            call.type()));
    return place(calls.size() - 1);
  }

  private ColumnRef place(int index) {
    Aggregation call = calls.get(index);
    return ColumnRef.value(width + index, call.name(), call.type());
  }

  /** Position among the calls of a column that stands for a result; -1 for other columns. */
  int indexOf(ColumnRef column) {
    return column.side() == ColumnRef.Side.VALUE && column.index() >= width
        ? column.index() - width
        : -1;
  }
}
