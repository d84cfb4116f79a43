package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.engine.command.CatalogVersion;
import io.confluent.ksql.engine.facts.FactCollector;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.QueryControl;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.facts.ExternalFacts;
import io.confluent.ksql.setting.Settings;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What is planned at all, with which settings and facts, and within which limits. */
final class Planning {
  private final Planner planner;
  private final FactCollector collector;
  private final Settings server;

  Planning(Planner planner, FactCollector collector, Settings server) {
    this.planner = planner;
    this.collector = collector;
    this.server = server;
  }

  /** The settings of the server with those of a session over them. */
  Settings settings(Session session) {
    return server.with(session.overrides());
  }

  /** What the statements name outside, as it is now. */
  ExternalFacts facts(Collection<Statement> statements, Session session, CatalogVersion version) {
    return collector.collect(
        statements,
        version.catalog(),
        settings(session).get(PlannerSettings.OUTPUT_TOPIC_PREFIX),
        version.nextCommand());
  }

  /** Whether a statement has a plan; the others only ask or set. */
  boolean isPlanned(Statement statement) {
    return Planner.plannable().contains(statement.getClass())
        && !(statement instanceof QueryControl control && isTransient(control));
  }

  private static boolean isTransient(QueryControl control) {
    return control.queryId().filter(id -> Engine.isTransient(id.text())).isPresent();
  }

  Source insertTarget(String name, Session session, Catalog catalog) {
    return planner.insertTarget(new Identifier(name, Span.NONE, true), catalog, settings(session));
  }

  Plan terminate(List<Pattern> topics, Catalog catalog) {
    return planner.terminate(topics, catalog, server);
  }

  Plan plan(
      Statement statement, String text, Session session, Catalog catalog, ExternalFacts facts) {
    Plan plan =
        planner.plan(
            statement, text, catalog, numbered(facts, catalog), server, session.overrides());
    if (plan instanceof Plan.Change change) {
      checkLimit(statement, catalog, change);
    }
    return plan;
  }

  /** The queries of a file are counted; those of the log have the numbers of their commands. */
  private ExternalFacts numbered(ExternalFacts facts, Catalog catalog) {
    return server.get(EngineSettings.QUERIES_FILE).isEmpty()
        ? facts
        : facts.atCommand(catalog.queries().size());
  }

  private void checkLimit(Statement statement, Catalog catalog, Plan.Change change) {
    int before = catalog.queries().size();
    int after = catalog.apply(change.command().changes()).queries().size();
    long limit = server.get(EngineSettings.ACTIVE_QUERY_LIMIT);
    if (after > before && after > limit) {
      throw Diagnostic.error(
              ErrorCode.QUERY_LIMIT,
              statement.span(),
              "There would be %d persistent queries; %d are allowed.",
              after,
              limit)
          .hint("TERMINATE one that is not needed any more.")
          .toException();
    }
  }
}
