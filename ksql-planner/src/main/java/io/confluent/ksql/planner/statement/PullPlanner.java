package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.AliasedSource;
import io.confluent.ksql.parser.ast.AllColumns;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.SelectItem;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.BoundQuery;
import io.confluent.ksql.planner.analyze.LookupBinder;
import io.confluent.ksql.planner.analyze.QueryBinder;
import io.confluent.ksql.planner.analyze.RecordPlaces;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.QueryableState;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans SELECT of a table as it is now: which rows of which store, and what is done to them. */
final class PullPlanner {
  private PullPlanner() {}

  static Plan plan(PlanningContext context, Query query, AliasedSource from, Source table) {
    PullClauses.check(context, query);
    PersistentQuery keeper = keeper(context, table).orElseThrow(() -> notKept(from, table));
    QueryableState state = QueryableState.of(keeper.plan()).orElseThrow(() -> notKept(from, table));
    BoundQuery bound = QueryBinder.bind(context, query, QueryBinder.Destination.CLIENT);
    Step root = QueryPlans.steps(context, bound);
    List<Step> steps = overScan(root, query);
    checkStar(query);
    RecordPlaces.refuse(context, query);
    return new Plan.Pull(
        keeper.id(),
        state,
        LookupBinder.bind(context, query, table),
        steps,
        bound.columns(),
        bound.places(),
        table.name(),
        keyNames(table),
        SelectPlanner.limit(query));
  }

  private static Optional<PersistentQuery> keeper(PlanningContext context, Source table) {
    return table.createdBy().flatMap(context.catalog()::query);
  }

  private static RuntimeException notKept(AliasedSource from, Source table) {
    String name = table.name();
    return Diagnostic.error(
            ErrorCode.INVALID_PULL_QUERY,
            from.source().span(),
            "The rows of %s are not kept, so it cannot be asked for what there is now.",
            name)
        .hint("CREATE TABLE QUERYABLE_%s AS SELECT * FROM %s; keeps them.".formatted(name, name))
        .toException();
  }

  /** The query's own steps above what it reads. */
  private static List<Step> overScan(Step root, Query query) {
    Deque<Step> steps = new ArrayDeque<>();
    Step step = root;
    while (!(step instanceof ScanStep)) {
      if (step instanceof AggregateStep) {
        throw Diagnostic.error(
                ErrorCode.INVALID_PULL_QUERY,
                query.select().get(0).span(),
                "A query of what there is now does not aggregate.")
            .hint("CREATE TABLE ... AS SELECT ... GROUP BY keeps aggregates, which can be asked.")
            .toException();
      }
      steps.addFirst(step);
      step = step.inputs().get(0);
    }
    return List.copyOf(steps);
  }

  private static void checkStar(Query query) {
    for (SelectItem item : query.select()) {
      if (item instanceof AllColumns && query.select().size() > 1) {
        throw Diagnostic.error(
                ErrorCode.INVALID_PULL_QUERY,
                item.span(),
                "In a query of a table as it is now, * must stand alone.")
            .hint("Name the columns.")
            .toException();
      }
    }
  }

  /** Names of columns that a client is told are of the key. */
  private static Set<String> keyNames(Source table) {
    Set<String> names = new HashSet<>();
    table.schema().key().stream().map(Column::name).forEach(names::add);
    if (table.window().isPresent()) {
      names.add(PseudoColumn.WINDOWSTART.name());
      names.add(PseudoColumn.WINDOWEND.name());
    }
    return names;
  }
}
