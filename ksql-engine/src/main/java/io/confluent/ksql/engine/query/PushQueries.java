package io.confluent.ksql.engine.query;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.subscribe.PushQuery;
import io.confluent.ksql.engine.subscribe.ResultColumns;
import io.confluent.ksql.engine.subscribe.RowQueue;
import io.confluent.ksql.engine.topology.TopologyBuilder;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;

/** Starts and ends queries whose rows go to clients. */
final class PushQueries {
  private static final int COMMIT_TIMEOUT_MILLIS = 10_000;

  private static final long END_CHECK_MS = 50;

  private final QueryEnvironment environment;
  private final Admin admin;
  private final KafkaClientSupplier clients;
  private final ExecutorService background;
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  /**
   * @param background does what takes long: ending queries, watching for the end of topics
   */
  PushQueries(
      QueryEnvironment environment,
      Admin admin,
      KafkaClientSupplier clients,
      ExecutorService background) {
    this.environment = environment;
    this.admin = admin;
    this.clients = clients;
    this.background = background;
  }

  TransientQuery run(Plan.Push plan, String sql, Settings settings) {
    String id =
        "transient_" + plan.source() + "_" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    RowQueue queue =
        new RowQueue(
            Math.toIntExact(settings.get(QuerySettings.PUSH_BUFFER_ROWS)),
            plan.limit().orElse(Long.MAX_VALUE));
    if (!queue.isOpen()) {
      return PushQuery.ofAll(id, sql, queue, () -> {});
    }
    return switch (plan.end()) {
      case NEVER -> start(id, plan, sql, settings, queue).query();
      case AT_END_OF_TOPICS -> runToEnd(id, plan, sql, settings, queue);
    };
  }

  private TransientQuery runToEnd(
      String id, Plan.Push plan, String sql, Settings settings, RowQueue queue) {
    EndOfTopics end = endOf(plan);
    if (end.isEmpty()) {
      queue.complete();
      return PushQuery.ofAll(id, sql, queue, () -> {});
    }
    Settings fromStart =
        settings
            .with(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")
            .with(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Long.toString(END_CHECK_MS));
    Running started = start(id, plan, sql, fromStart, queue);
    background.execute(() -> watch(started, end, queue));
    return started.query();
  }

  private void watch(Running started, EndOfTopics end, RowQueue queue) {
    try {
      while (queue.isOpen()) {
        if (end.isReachedBy(started.runtime().streams())) {
          queue.complete();
          started.query().stopReading();
        } else {
          Thread.sleep(END_CHECK_MS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      queue.fail(e);
      started.query().stopReading();
    }
  }

  private EndOfTopics endOf(Plan.Push plan) {
    Set<String> topics = new TreeSet<>();
    collectTopics(plan.physical().root(), topics);
    try {
      return EndOfTopics.now(admin, topics);
    } catch (ExecutionException e) {
      throw Diagnostic.error(
              ErrorCode.KAFKA,
              "The end of the topics cannot be asked: %s",
              e.getCause().getMessage())
          .toException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Diagnostic.error(ErrorCode.KAFKA, "The query was ended while it started.")
          .toException(e);
    }
  }

  private static void collectTopics(Step step, Set<String> topics) {
    if (step instanceof ScanStep scan) {
      topics.add(scan.topic());
    }
    step.inputs().forEach(input -> collectTopics(input, topics));
  }

  /** A query, what runs it, and what ends it. */
  private record Running(PushQuery query, QueryRuntime runtime, Ending ending) {}

  private Running start(String id, Plan.Push plan, String sql, Settings settings, RowQueue queue) {
    String applicationId =
        environment.applicationId(settings.get(QuerySettings.TRANSIENT_PREFIX), id);
    Map<String, Object> properties = StreamsProperties.of(settings, applicationId);
    properties.put(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
    readCommitted(properties);
    // A client may be slow for as long as it likes; its query waits.
    properties.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG),
        Integer.MAX_VALUE);
    // Its offsets are of no use to anybody; of a topic that was removed they cannot be committed.
    properties.putIfAbsent(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG),
        COMMIT_TIMEOUT_MILLIS);
    Ending ending = new Ending(id, applicationId, settings.get(QuerySettings.STOP_TIMEOUT));
    PushQuery query = new PushQuery(id, sql, queue, ending, skipped(plan, properties));
    Topology topology =
        new TopologyBuilder(
                environment.topologyContext(id, settings, new QueryCounters()), properties)
            .build(plan.physical(), new ResultColumns(plan.places(), queue, query::stopReading));
    QueryRuntime runtime =
        new QueryRuntime(
            id,
            topology,
            properties,
            clients,
            QueryRuntime.Retry.never(),
            environment.log(),
            error -> {
              queue.fail(failure(id, error));
              query.stopReading();
            });
    ending.runtime = runtime;
    Running started = new Running(query, runtime, ending);
    running.put(id, started);
    try {
      runtime.start();
    } catch (RuntimeException e) {
      query.close();
      throw e;
    }
    return started;
  }

  /** It writes nothing that must be there exactly once, but reads only what others committed. */
  private static void readCommitted(Map<String, Object> properties) {
    Object guarantee = properties.get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG);
    if (guarantee != null && !guarantee.equals(StreamsConfig.AT_LEAST_ONCE)) {
      properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
      properties.put(
          StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
    }
  }

  private long skipped(Plan.Push plan, Map<String, Object> properties) {
    if (!"latest".equals(properties.get(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG))) {
      return 0;
    }
    try {
      return StartOffsets.records(admin, StartOffsets.streamTopics(plan.physical().root()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static RuntimeException failure(String id, Throwable error) {
    ErrorCode code =
        switch (ErrorClass.of(error)) {
          case USER -> ErrorCode.EVALUATION;
          case SYSTEM -> ErrorCode.KAFKA;
          case UNKNOWN -> ErrorCode.INTERNAL;
        };
    Throwable root = error;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return Diagnostic.error(code, "Query %s failed: %s", id, root.getMessage()).toException(error);
  }

  /** Ends a query; not on the thread that asks for it, which may be the query's own. */
  private final class Ending implements Runnable {
    private final String id;
    private final String applicationId;
    private final Duration timeout;
    private volatile QueryRuntime runtime;
    private boolean begun;

    private Ending(String id, String applicationId, Duration timeout) {
      this.id = id;
      this.applicationId = applicationId;
      this.timeout = timeout;
    }

    /** When this returns it has been begun, whoever began it. */
    @Override
    public synchronized void run() {
      if (!begun) {
        begun = true;
        background.execute(this::end);
      }
    }

    private void end() {
      try {
        if (runtime.stop(timeout)) {
          runtime.cleanUp();
        }
        new Leftovers(admin, environment.registry()).remove(applicationId);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        running.remove(id);
      }
    }
  }

  /** Ends all, also one that another thread is just about to end. */
  void close() {
    running
        .values()
        .forEach(
            each -> {
              each.query.close();
              each.ending.run();
            });
  }

  /** Those that have not ended; one that is being stopped has. */
  List<TransientQuery> running() {
    return running.values().stream()
        .map(Running::query)
        .filter(PushQuery::isOpen)
        .map(query -> (TransientQuery) query)
        .toList();
  }
}
