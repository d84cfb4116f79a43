package io.confluent.ksql.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.explain.PlanText;
import io.confluent.ksql.planner.facts.ExternalFacts;
import io.confluent.ksql.planner.facts.TopicFacts;
import io.confluent.ksql.setting.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Plans statement by statement, each over what those before it changed. */
final class PlanningScript {
  private final Planner planner = new Planner(TestFunctions.registry(), new TestFormats());
  private Catalog catalog = Catalog.empty();
  private ExternalFacts facts = new ExternalFacts(Map.of(), Map.of(), true, 0);
  private final Map<String, String> overrides = new HashMap<>();
  private Plan.Change last;

  PlanningScript topic(String name, int partitions) {
    facts = facts.withTopic(name, new TopicFacts(partitions, 1, OptionalLong.empty()));
    return this;
  }

  PlanningScript withoutRegistry() {
    facts = new ExternalFacts(facts.topics(), facts.schemas(), false, facts.nextCommand());
    return this;
  }

  PlanningScript set(String name, String value) {
    overrides.put(name, value);
    return this;
  }

  Plan plan(String sql) {
    return planner.plan(
        SqlParser.parse(sql),
        sql,
        catalog,
        facts,
        Settings.of(Map.of("ksql.server.only", "x")),
        overrides);
  }

  PlanningScript run(String sql) {
    last = (Plan.Change) plan(sql);
    catalog = catalog.apply(last.command().changes());
    for (Duty duty : last.command().duties()) {
      if (duty instanceof Duty.CreateTopic create) {
        topic(create.topic(), create.partitions());
      }
    }
    facts = facts.atCommand(facts.nextCommand() + 1);
    return this;
  }

  Catalog catalog() {
    return catalog;
  }

  Plan.Change lastChange() {
    return last;
  }

  String lastPlan() {
    PersistentQuery query =
        last.command().changes().stream()
            .filter(change -> change instanceof CatalogChange.PutQuery)
            .map(change -> ((CatalogChange.PutQuery) change).query())
            .findFirst()
            .orElseThrow();
    return PlanText.of(query.plan().root());
  }

  /** Expects an error on the words between « and ». */
  void assertError(String marked, ErrorCode code, String hint) {
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    String sql = marked.replace("«", "").replace("»", "");
    DiagnosticException error = catchThrowableOfType(DiagnosticException.class, () -> plan(sql));
    assertThat(error).as(sql).isNotNull();
    Diagnostic diagnostic = error.diagnostic();
    assertThat(diagnostic.code()).as(sql + ": " + diagnostic).isEqualTo(code);
    assertThat(diagnostic.span().start()).as(sql + ": " + diagnostic).isEqualTo(start);
    assertThat(diagnostic.span().end()).as(sql + ": " + diagnostic).isEqualTo(end);
    assertThat(diagnostic.hint().orElse("")).as(sql + ": " + diagnostic).contains(hint);
  }
}
