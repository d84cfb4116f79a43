package io.confluent.ksql.planner.statement;

import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.BoundQuery;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.optimize.Optimizer;
import io.confluent.ksql.planner.physical.InternalFormats;
import io.confluent.ksql.planner.physical.PhysicalPlanner;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.planner.physical.Step;
import java.util.Map;
import java.util.Set;

/** The stages from a bound query to its steps. */
final class QueryPlans {
  private static final String WRITER_SCHEMA = "WRITER_SCHEMA";

  private QueryPlans() {}

  static Step steps(PlanningContext context, BoundQuery query) {
    LogicalPlan optimized = new Optimizer(Set.of()).optimize(query.plan());
    return PhysicalPlanner.plan(optimized, query.leftmost(), formats(context));
  }

  /**
   * The steps of a query whose result is stored; those of a table keep its rows.
   *
   * @param root the last of them
   * @param valueFormat how values of the result are written
   */
  static Step queryable(
      PlanningContext context, BoundQuery query, Step root, FormatSpec valueFormat) {
    return PhysicalPlanner.queryable(root, query.leftmost(), formats(context), valueFormat);
  }

  /** The steps that only keep a table. */
  static Step kept(PlanningContext context, Source table) {
    return PhysicalPlanner.plan(
        new LogicalPlan.Scan(table, ScanExtra.ofHeaders(table.headers())), table, formats(context));
  }

  private static InternalFormats formats(PlanningContext context) {
    boolean bySchema = context.settings().get(PlannerSettings.JSON_SR_WRITER_SCHEMA);
    return new InternalFormats(
        context.formats(),
        context.settings().get(PlannerSettings.DEFAULT_KEY_FORMAT),
        bySchema ? Map.of() : Map.of(WRITER_SCHEMA, "false"));
  }
}
