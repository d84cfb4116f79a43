package io.confluent.ksql.planner;

import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.facts.ExternalFacts;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.setting.Settings;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that planning looks at beside the statement itself.
 *
 * @param functions the functions there are
 * @param formats the formats there are
 * @param catalog the streams, tables, types and queries there are
 * @param facts what was found outside
 * @param settings the settings of the session
 * @param overrides what the session has set; a query that the statement starts keeps it
 * @param sql the text of the statement, for people
 */
public record PlanningContext(
    FunctionRegistry functions,
    FormatSupport formats,
    Catalog catalog,
    ExternalFacts facts,
    Settings settings,
    Map<String, String> overrides,
    String sql) {
  public PlanningContext {
    Objects.requireNonNull(functions, "functions");
    Objects.requireNonNull(formats, "formats");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(settings, "settings");
    overrides = Map.copyOf(overrides);
    Objects.requireNonNull(sql, "sql");
  }
}
