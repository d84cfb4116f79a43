package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.Outside;
import io.confluent.ksql.engine.QueryRunner;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.setting.Settings;
import java.util.Objects;

/**
 * What a server serves.
 *
 * @param engine where statements go
 * @param queries what runs queries
 * @param functions the functions there are
 * @param outside topics, formats, registry
 * @param rules what clients may set
 * @param settings the settings of the server
 */
public record ServerParts(
    Engine engine,
    QueryRunner queries,
    FunctionRegistry functions,
    Outside outside,
    PropertyRules rules,
    Settings settings) {
  public ServerParts {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(queries, "queries");
    Objects.requireNonNull(functions, "functions");
    Objects.requireNonNull(outside, "outside");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(settings, "settings");
  }
}
