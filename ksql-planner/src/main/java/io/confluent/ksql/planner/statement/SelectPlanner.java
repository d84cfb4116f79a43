package io.confluent.ksql.planner.statement;

import io.confluent.ksql.parser.ast.AliasedSource;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.Relation;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.BoundQuery;
import io.confluent.ksql.planner.analyze.QueryBinder;
import io.confluent.ksql.planner.analyze.RecordPlaces;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import java.util.Optional;
import java.util.OptionalLong;

/** Plans SELECT on its own. */
public final class SelectPlanner {
  private SelectPlanner() {}

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, Query query) {
    if (query.emit().isPresent()) {
      return FollowPlanner.plan(context, query)
          .orElseGet(() -> push(context, query, Plan.Push.End.NEVER));
    }
    AliasedSource from = leftmost(query.from());
    Optional<Source> source = context.catalog().source(from.source().text());
    if (source.filter(Source::isTable).isPresent()) {
      return PullPlanner.plan(context, query, from, source.get());
    }
    return switch (context.settings().get(PlannerSettings.SELECT_STREAM_DEFAULT_EMIT)) {
      case CHANGES -> push(context, query, Plan.Push.End.NEVER);
      case NONE -> pullOfStream(context, query);
    };
  }

  private static AliasedSource leftmost(Relation relation) {
    return relation instanceof Join join ? leftmost(join.left()) : (AliasedSource) relation;
  }

  private static Plan pullOfStream(PlanningContext context, Query query) {
    PullClauses.check(context, query);
    PullClauses.requireOn(
        context, PlannerSettings.PULL_STREAM, query.span(), "Reading a stream to its end is off");
    Plan plan = push(context, query, Plan.Push.End.AT_END_OF_TOPICS);
    RecordPlaces.refuse(context, query);
    return plan;
  }

  private static Plan push(PlanningContext context, Query query, Plan.Push.End end) {
    BoundQuery bound = QueryBinder.bind(context, query, QueryBinder.Destination.CLIENT);
    return new Plan.Push(
        new PhysicalPlan(QueryPlans.steps(context, bound)),
        bound.columns(),
        bound.places(),
        bound.leftmost().name(),
        limit(query),
        end);
  }

  /** After how many rows a query ends. */
  static OptionalLong limit(Query query) {
    return query.limit().map(limit -> OptionalLong.of(limit)).orElse(OptionalLong.empty());
  }
}
