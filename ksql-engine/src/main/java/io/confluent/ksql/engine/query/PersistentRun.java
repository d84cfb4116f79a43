package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.topology.TopologyBuilder;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.Topology;

/** A query of the command log as it runs on this node. */
final class PersistentRun {
  private final String applicationId;
  private final String topology;
  private final QueryCounters counters = new QueryCounters();
  private final QueryRuntime runtime;
  private final Set<String> readFromLatest;
  private volatile long skipped;

  /**
   * Makes a run that has not started.
   *
   * @param settings those of the server with those of the query over them
   * @throws RuntimeException if the plan cannot be run on this node
   */
  PersistentRun(
      PersistentQuery query,
      QueryEnvironment environment,
      Settings settings,
      KafkaClientSupplier clients) {
    applicationId =
        environment.applicationId(settings.get(QuerySettings.PERSISTENT_PREFIX), query.id());
    Map<String, Object> properties = StreamsProperties.of(settings, applicationId);
    Topology built =
        new TopologyBuilder(environment.topologyContext(query.id(), settings, counters), properties)
            .build(query.plan());
    topology = built.describe().toString();
    boolean latest = "latest".equals(properties.get(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG));
    readFromLatest = latest ? StartOffsets.streamTopics(query.plan().root()) : Set.of();
    QueryRuntime.Retry retry =
        new QueryRuntime.Retry(
            Optional.of(
                new Backoff(
                    settings.get(QuerySettings.RETRY_INITIAL),
                    settings.get(QuerySettings.RETRY_MAX))),
            Math.toIntExact(settings.get(QuerySettings.ERROR_QUEUE_SIZE)));
    runtime =
        new QueryRuntime(
            query.id(), built, properties, clients, retry, environment.log(), error -> {});
    if (query.state() == PersistentQuery.State.PAUSED) {
      runtime.pause();
    }
  }

  /**
   * Starts reading.
   *
   * @param admin for fixing where reading begins; not kept
   */
  void start(Admin admin) {
    try {
      skipped = StartOffsets.commit(admin, applicationId, readFromLatest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    runtime.start();
  }

  void pause() {
    runtime.pause();
  }

  void resume() {
    runtime.resume();
  }

  boolean stop(Duration timeout) {
    return runtime.stop(timeout);
  }

  void cleanUp() {
    runtime.cleanUp();
  }

  String applicationId() {
    return applicationId;
  }

  QueryStatus status() {
    return new QueryStatus(
        runtime.state(),
        runtime.errors().list(),
        topology,
        applicationId,
        counters.rowsIn(),
        counters.rowsOut(),
        counters.errors(),
        counters.warnings(),
        skipped);
  }

  /** The status of a query that could not even be made ready. */
  static QueryStatus statusOf(RuntimeException error, String applicationId) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    QueryStatus.Failure failure =
        new QueryStatus.Failure(System.currentTimeMillis(), message, ErrorClass.of(error).name());
    return new QueryStatus("ERROR", List.of(failure), "", applicationId, 0, 0, 0, 0, 0);
  }
}
