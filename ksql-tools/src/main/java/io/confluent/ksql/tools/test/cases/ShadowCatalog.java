package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.Outside;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.engine.command.InMemoryCommandLog;
import io.confluent.ksql.engine.command.PersistentQueries;
import io.confluent.ksql.engine.facts.InstalledFormats;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.engine.topics.InMemoryTopics;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.facts.TopicFacts;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the statements of a case make, found out without the server that the case asks: how the
 * records of its topics are written.
 */
final class ShadowCatalog implements AutoCloseable {
  private final TestCase test;
  private final InMemoryTopics topics = new InMemoryTopics();
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final Session session;
  private final Engine engine;

  ShadowCatalog(TestCase test, FunctionRegistry functions) {
    this.test = test;
    Map<String, String> given = PropertyRules.canonical(test.properties());
    session = new Session(given, Map.of());
    Formats formats = Formats.installed();
    engine =
        new Engine(
            new InMemoryCommandLog(),
            new Planner(functions, new InstalledFormats(formats)),
            new Outside(topics, topics, topics, formats, Optional.of(registry)),
            signature -> ((ScalarFunction) functions.require(signature)).bind(signature, given),
            new NoQueries(),
            new PropertyRules(EngineSettings.ALL, List.of()),
            Patience.in(Settings.of(given)));
    engine.start();
  }

  /** Makes what exists before the statements. */
  void setUp() {
    new CaseSetup(test, engine, topics, registry, session).run();
  }

  /** The topics so far. */
  Map<String, TopicFacts> topics() {
    return topics.all();
  }

  /** The schemas so far. */
  InMemorySchemaRegistry registry() {
    return registry;
  }

  /** Carries out statements that a server has accepted, but writes no rows. */
  void execute(List<String> statements) {
    for (String statement : statements) {
      if (!(SqlParser.parse(statement) instanceof InsertValues)) {
        try {
          engine.prepareOpen(statement, session).stream()
              .filter(prepared -> prepared.plan().isPresent())
              .forEach(engine::execute);
        } catch (StatementException e) {
          throw new CaseFailure(
              "The server accepted what this program does not understand: " + statement, e);
        }
      }
    }
  }

  Catalog catalog() {
    return engine.catalog();
  }

  @Override
  public void close() {
    engine.close();
  }

  /** Runs nothing. */
  private static final class NoQueries implements PersistentQueries {
    @Override
    public void start(PersistentQuery query) {
      // Only the server runs it.
    }

    @Override
    public void drop(String queryId) {
      // There is nothing to end.
    }

    @Override
    public void replace(PersistentQuery query) {
      // Only the server runs it.
    }

    @Override
    public void startFresh(PersistentQuery query, String old) {
      // Only the server runs it.
    }

    @Override
    public void pause(String queryId) {
      // There is nothing to pause.
    }

    @Override
    public void resume(String queryId) {
      // There is nothing to resume.
    }
  }
}
