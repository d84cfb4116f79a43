package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.engine.command.CatalogVersion;
import io.confluent.ksql.engine.facts.FactCollector;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.parser.ConnectorSecrets;
import io.confluent.ksql.parser.FinalSemicolon;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.StatementText;
import io.confluent.ksql.parser.Variables;
import io.confluent.ksql.parser.ast.Define;
import io.confluent.ksql.parser.ast.SetProperty;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.Undefine;
import io.confluent.ksql.parser.ast.UnsetProperty;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.facts.ExternalFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads a script and plans all of it before anything is done: each statement for the catalog and
 * the world as the statements before it will leave them.
 */
final class ScriptPreparation {
  private final Planning planning;
  private final PropertyRules rules;

  ScriptPreparation(Planning planning, PropertyRules rules) {
    this.planning = planning;
    this.rules = rules;
  }

  List<Prepared> prepare(
      String script, FinalSemicolon last, Session session, CatalogVersion version) {
    List<Prepared> read = read(script, last, session, version);
    ExternalFacts facts = facts(read, session, version);
    Catalog catalog = version.catalog();
    List<Prepared> planned = new ArrayList<>();
    for (Prepared prepared : read) {
      Optional<Plan> plan = plan(prepared, catalog, facts);
      if (plan.isPresent() && plan.get() instanceof Plan.Change change) {
        catalog = catalog.apply(change.command().changes());
        facts = FactCollector.after(facts, change.command());
      }
      planned.add(
          new Prepared(prepared.text(), prepared.statement(), prepared.session(), plan, version));
      version = catalog == version.catalog() ? version : new CatalogVersion(catalog, -1);
    }
    return planned;
  }

  private ExternalFacts facts(List<Prepared> read, Session session, CatalogVersion version) {
    List<Statement> statements = read.stream().map(Prepared::statement).toList();
    try {
      return planning.facts(statements, session, version);
    } catch (DiagnosticException e) {
      if (!e.diagnostic().span().isKnown()) {
        throw e;
      }
      throw new StatementException(firstWithout(read, session, version), e);
    }
  }

  /** Which statement's facts there are not: all are asked for at once, so they are asked again. */
  private String firstWithout(List<Prepared> read, Session session, CatalogVersion version) {
    for (int i = 1; i < read.size(); i++) {
      try {
        planning.facts(
            read.subList(0, i).stream().map(Prepared::statement).toList(), session, version);
      } catch (DiagnosticException e) {
        return read.get(i - 1).text();
      }
    }
    return read.get(read.size() - 1).text();
  }

  private List<Prepared> read(
      String script, FinalSemicolon last, Session session, CatalogVersion version) {
    List<Prepared> read = new ArrayList<>();
    Session current = session;
    for (StatementText text : split(script, last)) {
      String sql = text.text();
      try {
        if (planning.settings(current).get(EngineSettings.SUBSTITUTE_VARIABLES)) {
          sql = Variables.substitute(sql, current.variables());
        }
        sql = sql.endsWith(";") ? sql : sql + ";";
        Statement statement = SqlParser.parse(sql);
        read.add(
            new Prepared(
                ConnectorSecrets.hidden(sql), statement, current, Optional.empty(), version));
        current = after(current, statement);
      } catch (DiagnosticException e) {
        throw new StatementException(ConnectorSecrets.hidden(sql), e);
      }
    }
    return read;
  }

  private static List<StatementText> split(String script, FinalSemicolon last) {
    try {
      return SqlParser.split(script, last);
    } catch (DiagnosticException e) {
      throw new StatementException(ConnectorSecrets.hidden(script), e);
    }
  }

  private Session after(Session session, Statement statement) {
    if (statement instanceof SetProperty set) {
      return placed(set.place(), () -> rules.set(session, set.name(), set.value()));
    }
    if (statement instanceof UnsetProperty unset) {
      return placed(unset.place(), () -> session.unset(rules.checkName(unset.name())));
    }
    if (statement instanceof Define define) {
      return session.define(define.name().text(), define.value());
    }
    if (statement instanceof Undefine undefine) {
      return session.undefine(undefine.name().text());
    }
    return session;
  }

  /** What the rules refuse stands there. */
  private static Session placed(Span place, Supplier<Session> change) {
    try {
      return change.get();
    } catch (DiagnosticException e) {
      throw e.diagnostic().orAt(place).toException(e);
    }
  }

  private Optional<Plan> plan(Prepared prepared, Catalog catalog, ExternalFacts facts) {
    try {
      return planning.isPlanned(prepared.statement())
          ? Optional.of(
              planning.plan(
                  prepared.statement(), prepared.text(), prepared.session(), catalog, facts))
          : Optional.empty();
    } catch (DiagnosticException e) {
      throw new StatementException(prepared.text(), e);
    }
  }
}
