package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.QueryControl;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plans TERMINATE, PAUSE and RESUME of persistent queries. */
public final class QueryControlPlanner {
  private QueryControlPlanner() {}

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, QueryControl statement) {
    List<PersistentQuery> queries =
        statement.queryId().isPresent()
            ? List.of(find(context, statement.queryId().get()))
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

  /** The query of that id, or the only one whose id is that name and a number. */
  private static PersistentQuery find(PlanningContext context, Identifier id) {
    Optional<PersistentQuery> exact =
        context.catalog().queries().stream()
            .filter(query -> query.id().equalsIgnoreCase(id.text()))
            .findFirst();
    if (exact.isPresent()) {
      return exact.get();
    }
    Pattern numbered =
        Pattern.compile(Pattern.quote(id.text()) + "_\\d+", Pattern.CASE_INSENSITIVE);
    List<PersistentQuery> candidates =
        context.catalog().queries().stream()
            .filter(query -> numbered.matcher(query.id()).matches())
            .toList();
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    List<String> ids = context.catalog().queries().stream().map(PersistentQuery::id).toList();
    throw Diagnostic.error(
            ErrorCode.QUERY_NOT_FOUND,
            id.span(),
            candidates.isEmpty() ? "There is no query %s." : "Several queries are called %s.",
            id.text())
        .hint(
            candidates.isEmpty()
                ? Names.nearest(id.text(), ids)
                    .map("Did you mean %s?"::formatted)
                    .or(() -> Optional.of("SHOW QUERIES lists them all."))
                : Optional.of(
                    "Name one: "
                        + String.join(", ", candidates.stream().map(PersistentQuery::id).toList())
                        + "."))
        .toException();
  }
}
