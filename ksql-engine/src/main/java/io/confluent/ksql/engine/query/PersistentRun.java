package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.KeptStores;
import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.topology.TopologyBuilder;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.setting.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;

/** A query of the command log as it runs on this node. */
final class PersistentRun {
  private final String applicationId;
  private final String topology;
  private final QueryCounters counters = new QueryCounters();
  private final TopologyContext context;
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
      QueryClients clients) {
    applicationId =
        environment.applicationId(settings.get(QuerySettings.PERSISTENT_PREFIX), query.id());
    Map<String, Object> properties = StreamsProperties.of(settings, applicationId);
    context = environment.topologyContext(query.id(), settings, counters);
    Set<String> bundled = Bundling.topics(query.plan(), properties);
    if (!bundled.isEmpty()) {
      Bundling.count(properties);
    }
    Topology built = new TopologyBuilder(context, properties).build(query.plan());
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
            query.id(),
            built,
            properties,
            clients.bundling(bundled),
            retry,
            environment.log(),
            error -> {});
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

  /** What the topology was built with. */
  TopologyContext context() {
    return context;
  }

  KafkaStreams streams() {
    return runtime.streams();
  }

  /** What it keeps on this node. */
  KeptStores stores() {
    Map<String, List<Integer>> partitions = new TreeMap<>();
    for (ThreadMetadata thread : streams().metadataForLocalThreads()) {
      for (TaskMetadata task : thread.activeTasks()) {
        task.topicPartitions()
            .forEach(
                read ->
                    partitions
                        .computeIfAbsent(read.topic(), topic -> new ArrayList<>())
                        .add(read.partition()));
      }
    }
    Map<String, Map<Integer, KeptStores.Lag>> lags = new TreeMap<>();
    streams()
        .allLocalStorePartitionLags()
        .forEach(
            (store, byPartition) -> {
              Map<Integer, KeptStores.Lag> known = new TreeMap<>();
              byPartition.forEach(
                  (partition, lag) ->
                      known.put(
                          partition,
                          new KeptStores.Lag(
                              lag.currentOffsetPosition(), lag.endOffsetPosition())));
              lags.put(store, known);
            });
    return new KeptStores(applicationId, lags.keySet(), partitions, lags);
  }

  /** Whether its stores are not open yet, but will be. */
  boolean isStarting() {
    return runtime.isStarting();
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
