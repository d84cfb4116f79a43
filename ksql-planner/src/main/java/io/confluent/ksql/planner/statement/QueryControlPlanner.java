package io.confluent.ksql.planner.statement;

import io.confluent.ksql.parser.ast.QueryControl;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import java.util.List;
import java.util.Optional;

/** Plans TERMINATE, PAUSE and RESUME of persistent queries. */
public final class QueryControlPlanner {
  private QueryControlPlanner() {}

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, QueryControl statement) {
    List<PersistentQuery> queries =
        statement.queryId().isPresent()
            ? List.of(NamedQuery.find(context.catalog(), statement.queryId().get()))
            : context.catalog().queries().stream()
                .filter(query -> query.kind() != PersistentQuery.Kind.SOURCE_TABLE)
                .toList();
    String name = statement.queryId().isPresent() ? queries.get(0).id() : "ALL";
    return Changes.of(
        context,
        Changes.id(statement.action().name(), name, "execute"),
        message(statement.action()),
        queries.stream().map(query -> change(statement.action(), query)).toList(),
        List.of(),
        Optional.empty());
  }

  private static String message(QueryControl.Action action) {
    return switch (action) {
      case TERMINATE -> "Query terminated.";
      case PAUSE -> "Query paused.";
      case RESUME -> "Query resumed.";
    };
  }

  private static CatalogChange change(QueryControl.Action action, PersistentQuery query) {
    return switch (action) {
      case TERMINATE -> new CatalogChange.DropQuery(query.id());
      case PAUSE -> new CatalogChange.SetQueryState(query.id(), PersistentQuery.State.PAUSED);
      case RESUME -> new CatalogChange.SetQueryState(query.id(), PersistentQuery.State.RUNNING);
    };
  }
}
