package io.confluent.ksql.planner.statement;

import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.BoundQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.optimize.Optimizer;
import io.confluent.ksql.planner.physical.InternalFormats;
import io.confluent.ksql.planner.physical.PhysicalPlanner;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.planner.physical.Step;
import java.util.Set;

/** The stages from a bound query to its steps. */
final class QueryPlans {
  private QueryPlans() {}

  static Step steps(PlanningContext context, BoundQuery query) {
    LogicalPlan optimized = new Optimizer(Set.of()).optimize(query.plan());
    return PhysicalPlanner.plan(optimized, query.leftmost(), formats(context));
  }

  /** The steps of a query whose result is stored; those of a table keep its rows. */
  static Step stored(PlanningContext context, BoundQuery query) {
    return PhysicalPlanner.queryable(steps(context, query), query.leftmost(), formats(context));
  }

  /** The steps that only keep a table. */
  static Step kept(PlanningContext context, Source table) {
    return PhysicalPlanner.plan(
        new LogicalPlan.Scan(table, ScanExtra.ofHeaders(table.headers())), table, formats(context));
  }

  private static InternalFormats formats(PlanningContext context) {
    return new InternalFormats(
        context.formats(), context.settings().get(PlannerSettings.DEFAULT_KEY_FORMAT));
  }
}
