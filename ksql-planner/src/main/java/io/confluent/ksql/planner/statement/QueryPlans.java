package io.confluent.ksql.planner.statement;

import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.BoundQuery;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.optimize.Optimizer;
import io.confluent.ksql.planner.physical.InternalFormats;
import io.confluent.ksql.planner.physical.PhysicalPlanner;
import io.confluent.ksql.planner.physical.Step;
import java.util.Set;

/** The stages from a bound query to its steps. */
final class QueryPlans {
  private QueryPlans() {}

  static Step steps(PlanningContext context, BoundQuery query) {
    LogicalPlan optimized = new Optimizer(Set.of()).optimize(query.plan());
    InternalFormats formats =
        new InternalFormats(
            context.formats(), context.settings().get(PlannerSettings.DEFAULT_KEY_FORMAT));
    return PhysicalPlanner.plan(optimized, query.leftmost(), formats);
  }
}
