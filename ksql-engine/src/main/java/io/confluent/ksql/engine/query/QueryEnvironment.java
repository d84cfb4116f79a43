package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.log.ProcessingLog;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.setting.Settings;
import java.util.Objects;
import java.util.Optional;

/**
 * What all queries of a node run with.
 *
 * @param serviceId name of the service, which stands in application ids
 * @param functions the functions there are
 * @param formats how records are written and read
 * @param registry the schema registry, if there is one
 * @param log told of records and threads that fail
 */
public record QueryEnvironment(
    String serviceId,
    FunctionRegistry functions,
    Formats formats,
    Optional<SchemaRegistry> registry,
    ProcessingLog log) {
  private static final String APPLICATION_PREFIX = "_confluent-ksql-";

  public QueryEnvironment {
    Objects.requireNonNull(serviceId, "serviceId");
    Objects.requireNonNull(functions, "functions");
    Objects.requireNonNull(formats, "formats");
    Objects.requireNonNull(registry, "registry");
    Objects.requireNonNull(log, "log");
  }

  /** The application id, and consumer group, of a query. */
  String applicationId(String prefix, String queryId) {
    return APPLICATION_PREFIX + serviceId + prefix + queryId;
  }

  /** What the topology of a query is built with. */
  TopologyContext topologyContext(String queryId, Settings settings, QueryCounters counters) {
    return new TopologyContext(
        queryId,
        functions,
        settings.given(),
        formats,
        registry,
        log,
        counters,
        onError(settings.get(QuerySettings.FAIL_ON_ERROR)),
        onError(settings.get(QuerySettings.FAIL_ON_INVALID_TIMESTAMP)));
  }

  private static TopologyContext.OnError onError(boolean fails) {
    return fails ? TopologyContext.OnError.FAIL : TopologyContext.OnError.LOG;
  }
}
