package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.parser.ast.Explain;
import io.confluent.ksql.parser.ast.ShowQueries;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.command.PlanJson;
import io.confluent.ksql.planner.explain.RowsText;
import io.confluent.ksql.planner.statement.NamedQuery;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.QueriesList;
import io.confluent.ksql.rest.wire.QueryDescribed;
import io.confluent.ksql.rest.wire.QueryDescription;
import io.confluent.ksql.rest.wire.QueryDescriptions;
import io.confluent.ksql.rest.wire.RunningQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** SHOW QUERIES and EXPLAIN. */
final class QueryDescriber {
  private static final String PERSISTENT = "PERSISTENT";
  private static final String PUSH = "PUSH";
  private static final String PULL = "PULL";
  private static final Pattern EXPLAIN =
      Pattern.compile("^\\s*EXPLAIN\\s+", Pattern.CASE_INSENSITIVE);

  private final ServerParts parts;
  private final String server;

  QueryDescriber(ServerParts parts, String server) {
    this.parts = parts;
    this.server = server;
  }

  Optional<Entity> show(ShowQueries show, Prepared prepared) {
    Catalog catalog = parts.engine().catalog();
    if (show.extended()) {
      return Optional.of(
          new QueryDescriptions(
              prepared.text(),
              catalog.queries().stream().map(this::description).toList(),
              List.of()));
    }
    List<RunningQuery> running = new ArrayList<>();
    catalog.queries().forEach(query -> running.add(running(query)));
    parts.queries().transients().forEach(query -> running.add(running(query)));
    return Optional.of(new QueriesList(prepared.text(), running, List.of()));
  }

  Optional<Entity> explain(Explain explain, Prepared prepared) {
    QueryDescription description =
        explain.queryId().isPresent()
            ? description(NamedQuery.find(parts.engine().catalog(), explain.queryId().get()))
            : planned(explain.statement().orElseThrow(), prepared);
    return Optional.of(new QueryDescribed(prepared.text(), description, List.of()));
  }

  /** A line of SHOW QUERIES. */
  RunningQuery running(PersistentQuery query) {
    String state = state(query);
    return new RunningQuery(
        query.sql(),
        query.sink().map(List::of).orElse(List.of()),
        query
            .sink()
            .flatMap(sink -> parts.engine().catalog().source(sink))
            .map(Source::topic)
            .map(List::of)
            .orElse(List.of()),
        query.id(),
        Map.of(state, 1),
        PERSISTENT,
        Optional.of(state));
  }

  private static RunningQuery running(TransientQuery query) {
    return new RunningQuery(
        query.sql(),
        List.of(),
        List.of(),
        query.id(),
        Map.of(query.state(), 1),
        PUSH,
        Optional.of(query.state()));
  }

  private String state(PersistentQuery query) {
    return parts.queries().status(query.id()).map(QueryStatus::state).orElse("UNRESPONSIVE");
  }

  private QueryDescription description(PersistentQuery query) {
    Optional<QueryStatus> status = parts.queries().status(query.id());
    List<QueryDescription.QueryError> errors =
        status.map(QueryStatus::errors).orElse(List.of()).stream()
            .map(
                error ->
                    new QueryDescription.QueryError(
                        error.timestamp(), error.message(), error.type()))
            .toList();
    String state = state(query);
    return new QueryDescription(
        query.id(),
        query.sql(),
        query.plan().root().window().map(window -> window.type().name()),
        Fields.of(query.plan().schema()),
        query.sources().stream().sorted().toList(),
        query.sink().map(List::of).orElse(List.of()),
        status.map(QueryStatus::topology).orElse(""),
        PlanJson.pretty(query.plan()),
        shown(query.settings()),
        Map.of(server, state),
        PERSISTENT,
        errors,
        List.of(),
        Optional.of(state),
        status.map(QueryStatus::applicationId));
  }

  private Map<String, Object> shown(Map<String, String> properties) {
    return ShownValues.of(properties, parts.rules().settings());
  }

  private QueryDescription planned(Statement statement, Prepared prepared) {
    Plan plan = parts.engine().plan(statement, prepared.text(), prepared.session());
    if (plan instanceof Plan.Rows rows) {
      return new QueryDescription(
          "",
          explained(prepared),
          rows instanceof Plan.Push push
              ? push.physical().root().window().map(window -> window.type().name())
              : Optional.empty(),
          Fields.ofValues(rows.columns()),
          List.of(rows.source()),
          List.of(),
          "",
          RowsText.of(rows),
          shown(prepared.session().overrides()),
          Map.of(),
          rows instanceof Plan.Pull ? PULL : PUSH,
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty());
    }
    PersistentQuery query = queryOf(plan, statement);
    return new QueryDescription(
        "",
        explained(prepared),
        query.plan().root().window().map(window -> window.type().name()),
        Fields.of(query.plan().schema()),
        query.sources().stream().sorted().toList(),
        query.sink().map(List::of).orElse(List.of()),
        "",
        PlanJson.pretty(query.plan()),
        shown(query.settings()),
        Map.of(),
        PERSISTENT,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static String explained(Prepared prepared) {
    return EXPLAIN.matcher(prepared.text()).replaceFirst("");
  }

  private static PersistentQuery queryOf(Plan plan, Statement statement) {
    if (plan instanceof Plan.Change change) {
      for (CatalogChange part : change.command().changes()) {
        if (part instanceof CatalogChange.PutQuery put) {
          return put.query();
        }
      }
    }
    throw Diagnostic.error(
            ErrorCode.NOT_SUPPORTED,
            statement.span(),
            "EXPLAIN takes a query: SELECT, CREATE ... AS SELECT or INSERT INTO ... SELECT.")
        .toException();
  }
}
