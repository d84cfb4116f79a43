package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.AliasedSource;
import io.confluent.ksql.parser.ast.AllColumns;
import io.confluent.ksql.parser.ast.Emit;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.SelectItem;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.BoundQuery;
import io.confluent.ksql.planner.analyze.QueryBinder;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Plans SELECT .. EMIT CHANGES of what one persistent query writes, from now on: all who ask for it
 * share one reader.
 */
final class FollowPlanner {
  private static final String OFFSET_RESET = "auto.offset.reset";

  private FollowPlanner() {}

  /** The plan; empty if the query needs a topology of its own. */
  static Optional<Plan> plan(PlanningContext context, Query query) {
    boolean simple =
        context.settings().get(PlannerSettings.PUSH_V2)
            && query.emit().filter(emit -> emit == Emit.CHANGES).isPresent()
            && query.from() instanceof AliasedSource
            && query.groupBy().isEmpty()
            && query.window().isEmpty()
            && query.having().isEmpty()
            && query.partitionBy().isEmpty();
    if (!simple || !startsNow(context)) {
      return Optional.empty();
    }
    String name = ((AliasedSource) query.from()).source().text();
    Optional<Source> source =
        context
            .catalog()
            .source(name)
            .filter(found -> context.catalog().writersOf(found.name()).size() == 1);
    return source.flatMap(found -> plan(context, query, found));
  }

  private static boolean startsNow(PlanningContext context) {
    return "latest".equals(context.settings().given().getOrDefault(OFFSET_RESET, "latest"));
  }

  private static Optional<Plan> plan(PlanningContext context, Query query, Source source) {
    BoundQuery bound = QueryBinder.bind(context, query, QueryBinder.Destination.CLIENT);
    Deque<Step> steps = new ArrayDeque<>();
    Step step = QueryPlans.steps(context, bound);
    while (step instanceof FilterStep || step instanceof ProjectStep) {
      steps.addFirst(step);
      step = step.inputs().get(0);
    }
    if (!(step instanceof ScanStep scan) || !scan.extras().isEmpty()) {
      return Optional.empty();
    }
    checkStar(query);
    return Optional.of(
        new Plan.Follow(
            // Queries that use other columns share the reader.
            scan.whole(),
            List.copyOf(steps),
            bound.columns(),
            bound.places(),
            source.name(),
            SelectPlanner.limit(query)));
  }

  private static void checkStar(Query query) {
    for (SelectItem item : query.select()) {
      if (item instanceof AllColumns && query.select().size() > 1) {
        throw Diagnostic.error(
                ErrorCode.INVALID_PROJECTION,
                item.span(),
                "In a query that follows another one, * must stand alone.")
            .hint("Name the columns, or SET '" + PlannerSettings.PUSH_V2.name() + "'='false'.")
            .toException();
      }
    }
  }
}
