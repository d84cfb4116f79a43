package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.BoundQuery;
import io.confluent.ksql.planner.analyze.QueryBinder;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import java.util.OptionalLong;

/** Plans SELECT on its own. */
public final class SelectPlanner {
  private SelectPlanner() {}

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, Query query) {
    BoundQuery bound = QueryBinder.bind(context, query, QueryBinder.Destination.CLIENT);
    return new Plan.Push(
        new PhysicalPlan(QueryPlans.steps(context, bound)),
        bound.columns(),
        bound.places(),
        bound.leftmost().name(),
        query.limit().map(limit -> OptionalLong.of(limit)).orElse(OptionalLong.empty()),
        end(context, query, bound));
  }

  private static Plan.Push.End end(PlanningContext context, Query query, BoundQuery bound) {
    if (query.emit().isPresent()) {
      return Plan.Push.End.NEVER;
    }
    if (bound.leftmost().isTable() || query.groupBy().isPresent()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PULL_QUERY,
              query.span(),
              "A query of a table as it is now cannot be answered yet.")
          .hint("EMIT CHANGES at the end follows its changes.")
          .toException();
    }
    return switch (context.settings().get(PlannerSettings.SELECT_STREAM_DEFAULT_EMIT)) {
      case CHANGES -> Plan.Push.End.NEVER;
      case NONE -> Plan.Push.End.AT_END_OF_TOPICS;
    };
  }
}
