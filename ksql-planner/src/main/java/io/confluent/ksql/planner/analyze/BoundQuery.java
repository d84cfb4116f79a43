package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.schema.Column;
import java.util.List;
import java.util.Set;

/**
 * A query, bound.
 *
 * @param plan what it computes
 * @param columns columns of the result in the order of SELECT
 * @param places where in the plan's rows each of them is
 * @param leftmost what it reads first
 * @param sources names of all that it reads
 */
public record BoundQuery(
    LogicalPlan plan,
    List<Column> columns,
    List<ColumnRef> places,
    Source leftmost,
    Set<String> sources) {
  public BoundQuery {
    columns = List.copyOf(columns);
    places = List.copyOf(places);
    sources = Set.copyOf(sources);
  }
}
