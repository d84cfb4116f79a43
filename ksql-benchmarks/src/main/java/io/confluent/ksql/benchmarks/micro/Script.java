package io.confluent.ksql.benchmarks.micro;

import io.confluent.ksql.engine.FunctionLibrary;
import io.confluent.ksql.engine.facts.InstalledFormats;
import io.confluent.ksql.engine.log.InMemoryProcessingLog;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.StatementText;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.facts.ExternalFacts;
import io.confluent.ksql.planner.facts.TopicFacts;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.setting.Settings;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Statements planned one after the other, each over what those before it changed; no Kafka. */
public final class Script {
  private static final int KEPT_ERRORS = 10;
  private static final Settings NONE = Settings.of(Map.of());

  private static final FunctionRegistry FUNCTIONS = FunctionLibrary.load(NONE);
  private static final Formats FORMATS = Formats.installed();

  private final Planner planner = new Planner(FUNCTIONS, new InstalledFormats(FORMATS));
  private ExternalFacts facts = new ExternalFacts(Map.of(), Map.of(), true, 0);
  private Catalog catalog = Catalog.empty();

  /** A script over topics of one partition. */
  public Script(Collection<String> topics) {
    for (String topic : topics) {
      facts = facts.withTopic(topic, new TopicFacts(1, 1, OptionalLong.empty()));
    }
  }

  /** What a query needs beside its plan to be run, or its expressions to be compiled. */
  public TopologyContext context(PersistentQuery query, SchemaRegistry registry) {
    return new TopologyContext(
        query.id(),
        FUNCTIONS,
        Map.of(),
        FORMATS,
        Optional.of(registry),
        new InMemoryProcessingLog(KEPT_ERRORS),
        new QueryCounters(),
        TopologyContext.OnError.FAIL,
        TopologyContext.OnError.FAIL);
  }

  /** The plan of a statement, which changes nothing. */
  public Plan plan(String statement) {
    return planner.plan(SqlParser.parse(statement), statement, catalog, facts, NONE, Map.of());
  }

  /** Carries statements out; gives the query that the last of them began. */
  public PersistentQuery run(String statements) {
    String query = "";
    for (StatementText statement : SqlParser.split(statements)) {
      Plan.Change change = (Plan.Change) plan(statement.text());
      catalog = catalog.apply(change.command().changes());
      facts = facts.atCommand(facts.nextCommand() + 1);
      query = change.queryId().orElse("");
    }
    return catalog.query(query).orElseThrow();
  }
}
