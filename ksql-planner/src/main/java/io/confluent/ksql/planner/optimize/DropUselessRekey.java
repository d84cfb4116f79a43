package io.confluent.ksql.planner.optimize;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.logical.LogicalPlan.Project;
import io.confluent.ksql.planner.logical.LogicalPlan.Rekey;
import java.util.List;
import java.util.Optional;

/**
 * A regrouping of events by the key that the rows have anyway only projects, so nothing is sent
 * through an internal topic. Only for a key of one column, whose bytes do not depend on what else
 * is in it.
 */
final class DropUselessRekey implements Rule {
  @Override
  public Optional<LogicalPlan> apply(LogicalPlan plan) {
    if (plan instanceof Rekey rekey
        && rekey.kind() == Source.Kind.STREAM
        && rekey.key().size() == 1
        && rekey.input().schema().key().size() == 1
        && rekey.key().get(0).expr() instanceof ColumnRef column
        && column.side() == ColumnRef.Side.KEY) {
      List<String> names = rekey.key().stream().map(NamedExpr::name).toList();
      return Optional.of(new Project(rekey.input(), names, rekey.value()));
    }
    return Optional.empty();
  }
}
