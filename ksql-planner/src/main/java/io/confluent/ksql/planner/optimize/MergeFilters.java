package io.confluent.ksql.planner.optimize;

import io.confluent.ksql.planner.expr.Logical;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.logical.LogicalPlan.Filter;
import java.util.Optional;

/** {@code Filter(Filter(x, a), b)} becomes {@code Filter(x, a AND b)}. */
final class MergeFilters implements Rule {
  @Override
  public Optional<LogicalPlan> apply(LogicalPlan plan) {
    if (plan instanceof Filter outer && outer.input() instanceof Filter inner) {
      return Optional.of(
          new Filter(inner.input(), Logical.and(inner.condition(), outer.condition())));
    }
    return Optional.empty();
  }
}
