package io.confluent.ksql.engine;

import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.facts.ExternalFacts;
import io.confluent.ksql.setting.Settings;

/** Planning as the engine needs it: pure, so it may be done for what does not exist yet. */
@FunctionalInterface
public interface StatementPlanner {
  /**
   * What a statement comes to.
   *
   * @param sql its text, for people
   * @throws io.confluent.ksql.diagnostic.DiagnosticException what is wrong with it
   */
  Plan plan(
      Statement statement, String sql, Catalog catalog, ExternalFacts facts, Settings settings);
}
