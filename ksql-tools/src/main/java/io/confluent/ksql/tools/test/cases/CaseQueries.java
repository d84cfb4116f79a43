package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.engine.command.PersistentQueries;
import io.confluent.ksql.engine.log.ProcessingLog;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.query.QuerySettings;
import io.confluent.ksql.engine.topology.TopologyBuilder;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.command.PlanJson;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The queries of a case, each plan after a trip through JSON, in the order they were made. */
final class CaseQueries implements PersistentQueries {
  private final Map<String, DriverQuery> running =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final String serviceId;
  private final Settings settings;
  private final FunctionRegistry functions;
  private final SchemaRegistry registry;
  private final ProcessingLog log;
  private final Path stateDirectory;
  private int made;

  /**
   * No queries yet.
   *
   * @param settings those of the server; a query's own go over them
   */
  CaseQueries(
      String serviceId,
      Settings settings,
      FunctionRegistry functions,
      SchemaRegistry registry,
      ProcessingLog log,
      Path stateDirectory) {
    this.serviceId = serviceId;
    this.settings = settings;
    this.functions = functions;
    this.registry = registry;
    this.log = log;
    this.stateDirectory = stateDirectory;
  }

  @Override
  public void start(PersistentQuery query) {
    start(query, applicationId(query.id(), made));
    made++;
  }

  /** Only what the query writes is looked at. */
  @Override
  public void startFresh(PersistentQuery query, String topic) {
    start(query);
  }

  /** Cases number the queries they make, from 0 on; a server numbers its commands. */
  private String applicationId(String queryId, int number) {
    return "_confluent-ksql-" + serviceId + "query_" + queryId.replaceFirst("\\d+$", "" + number);
  }

  private void start(PersistentQuery query, String applicationId) {
    PhysicalPlan plan = PlanJson.readPlan(PlanJson.write(query.plan()));
    Settings own = settings.with(query.settings());
    Map<String, Object> properties = properties(own, applicationId);
    Properties config = new Properties();
    config.putAll(properties);
    Topology topology = new TopologyBuilder(context(query.id(), own), properties).build(plan);
    running.put(
        query.id(),
        new DriverQuery(
            applicationId, plan, () -> new TopologyTestDriver(topology, config, Instant.EPOCH)));
  }

  private Map<String, Object> properties(Settings own, String applicationId) {
    Map<String, Object> properties = new HashMap<>();
    own.given()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("ksql.")) {
                properties.put(name, value);
              }
            });
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9");
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    return properties;
  }

  private TopologyContext context(String queryId, Settings own) {
    return new TopologyContext(
        queryId,
        functions,
        own.given(),
        Formats.installed(),
        Optional.of(registry),
        log,
        new QueryCounters(),
        onError(own, QuerySettings.FAIL_ON_ERROR),
        onError(own, QuerySettings.FAIL_ON_INVALID_TIMESTAMP));
  }

  private static TopologyContext.OnError onError(Settings own, Setting<Boolean> fails) {
    return own.get(fails) ? TopologyContext.OnError.FAIL : TopologyContext.OnError.LOG;
  }

  /** Those that run now, in order. */
  Collection<DriverQuery> all() {
    synchronized (running) {
      return List.copyOf(running.values());
    }
  }

  /** How many were ever made. */
  int made() {
    return made;
  }

  @Override
  public void drop(String queryId) {
    DriverQuery query = running.remove(queryId);
    if (query != null) {
      query.close();
    }
  }

  /** The place in the order, and the names, stay. */
  @Override
  public void replace(PersistentQuery query) {
    DriverQuery old = running.get(query.id());
    old.close();
    start(query, old.applicationId());
  }

  @Override
  public void pause(String queryId) {
    throw new UnsupportedOperationException("PAUSE has no meaning in a case");
  }

  @Override
  public void resume(String queryId) {
    throw new UnsupportedOperationException("RESUME has no meaning in a case");
  }

  void close() {
    all().forEach(DriverQuery::close);
    running.clear();
  }
}
