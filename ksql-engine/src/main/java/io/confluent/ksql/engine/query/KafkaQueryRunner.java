package io.confluent.ksql.engine.query;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.KeptStores;
import io.confluent.ksql.engine.QueryRunner;
import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.engine.lookup.PullQueries;
import io.confluent.ksql.engine.subscribe.ContinuationToken;
import io.confluent.ksql.engine.subscribe.FollowQueries;
import io.confluent.ksql.engine.topics.KafkaClients;
import io.confluent.ksql.engine.topics.KafkaTopicTail;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Runs queries on Kafka Streams, each as an application of its own. */
public final class KafkaQueryRunner implements QueryRunner {
  private final QueryEnvironment environment;
  private final Settings settings;
  private final Admin admin;
  private final QueryClients clients;
  private final ExecutorService background =
      Executors.newCachedThreadPool(KafkaQueryRunner::daemon);
  private final PushQueries pushQueries;
  private final PullQueries pullQueries = new PullQueries(Clock.systemUTC());
  private final FollowQueries followQueries;
  private final KeptTables tables;
  private final Map<String, PersistentRun> runs = new ConcurrentHashMap<>();
  private final Map<String, QueryStatus> broken = new ConcurrentHashMap<>();

  /**
   * A runner without queries.
   *
   * @param environment what queries run with
   * @param settings those of the server; a query's own go over them, so they are kept as texts
   * @param admin shared by all queries; not closed by the runner, and to be closed after it
   */
  public KafkaQueryRunner(QueryEnvironment environment, Settings settings, Admin admin) {
    this.environment = Objects.requireNonNull(environment, "environment");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.admin = Objects.requireNonNull(admin, "admin");
    clients = new QueryClients(admin);
    pushQueries = new PushQueries(environment, admin, clients, background);
    followQueries =
        new FollowQueries(
            KafkaTopicTail.on(committed(settings)),
            Math.toIntExact(settings.get(QuerySettings.MAX_CATCHING_UP)));
    tables =
        new KeptTables(
            id -> Optional.ofNullable(runs.get(id)),
            this::status,
            settings.get(QuerySettings.PULL_PATIENCE));
  }

  /** Properties of a consumer that reads what queries have committed. */
  private static Map<String, Object> committed(Settings settings) {
    Map<String, Object> properties = new HashMap<>(new KafkaClients(settings.given()).consumer());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return properties;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "query-life-cycle");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void start(PersistentQuery query) {
    start(query, run -> {});
  }

  @Override
  public void startFresh(PersistentQuery query, String topic) {
    start(query, run -> new TopicEmptying(admin).empty(topic, run.applicationId()));
  }

  private void start(PersistentQuery query, Consumer<PersistentRun> beforeReading) {
    Settings own = settings.with(query.settings());
    try {
      PersistentRun run = new PersistentRun(query, environment, own, clients);
      runs.put(query.id(), run);
      beforeReading.accept(run);
      run.start(admin);
      broken.remove(query.id());
    } catch (RuntimeException e) {
      runs.remove(query.id());
      String prefix = own.get(QuerySettings.PERSISTENT_PREFIX);
      broken.put(
          query.id(), PersistentRun.statusOf(e, environment.applicationId(prefix, query.id())));
      throw e;
    }
  }

  @Override
  public void drop(String queryId) {
    QueryStatus never = broken.remove(queryId);
    PersistentRun run = runs.remove(queryId);
    if (run != null) {
      boolean stopped = run.stop(stopTimeout());
      if (stopped) {
        run.cleanUp();
      }
    }
    String applicationId =
        run != null ? run.applicationId() : never != null ? never.applicationId() : "";
    if (!applicationId.isEmpty()) {
      background.execute(() -> removeLeftovers(applicationId));
    }
  }

  private void removeLeftovers(String applicationId) {
    try {
      new Leftovers(admin, environment.registry()).remove(applicationId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void replace(PersistentQuery query) {
    PersistentRun old = runs.remove(query.id());
    if (old != null) {
      old.stop(stopTimeout());
    }
    start(query);
  }

  @Override
  public void pause(String queryId) {
    Optional.ofNullable(runs.get(queryId)).ifPresent(PersistentRun::pause);
  }

  @Override
  public void resume(String queryId) {
    Optional.ofNullable(runs.get(queryId)).ifPresent(PersistentRun::resume);
  }

  @Override
  public TransientQuery run(Plan.Rows query, String sql, Map<String, String> overrides) {
    if (query instanceof Plan.Pull pull) {
      return pullQueries.run(
          pull, sql, () -> tables.find(pull.keeper(), pull.state()), tables.context(pull.keeper()));
    }
    Settings own = settings.with(overrides);
    if (query instanceof Plan.Follow follow) {
      return follow(follow, sql, own);
    }
    if (token(own).isPresent()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_REQUEST,
              "Only a query that shares its reader can go on where an earlier one has stopped.")
          .hint(
              "It selects with EMIT CHANGES from what one query writes, without auto.offset.reset"
                  + " and with ksql.query.push.v2.enabled.")
          .toException();
    }
    return pushQueries.run((Plan.Push) query, sql, own);
  }

  private static Optional<String> token(Settings own) {
    return Optional.ofNullable(own.given().get(ContinuationToken.PROPERTY));
  }

  private TransientQuery follow(Plan.Follow query, String sql, Settings own) {
    String id = Engine.FOLLOW_PREFIX + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    return followQueries.run(
        query,
        id,
        sql,
        environment.topologyContext(id, own, new QueryCounters()),
        new FollowQueries.Options(
            Math.toIntExact(own.get(QuerySettings.PUSH_BUFFER_ROWS)),
            own.get(QuerySettings.CONTINUATION_TOKENS),
            token(own)));
  }

  @Override
  public Optional<QueryStatus> status(String queryId) {
    PersistentRun run = runs.get(queryId);
    return run != null ? Optional.of(run.status()) : Optional.ofNullable(broken.get(queryId));
  }

  @Override
  public Optional<KeptStores> stores(String queryId) {
    return Optional.ofNullable(runs.get(queryId)).map(PersistentRun::stores);
  }

  @Override
  public List<TransientQuery> transients() {
    List<TransientQuery> all = new ArrayList<>(pushQueries.running());
    all.addAll(followQueries.running());
    return all;
  }

  private Duration stopTimeout() {
    return settings.get(QuerySettings.STOP_TIMEOUT);
  }

  /** Ends all queries side by side. */
  @Override
  public void close() {
    pushQueries.close();
    followQueries.running().forEach(TransientQuery::close);
    runs.values().forEach(run -> background.execute(() -> run.stop(stopTimeout())));
    runs.clear();
    background.shutdown();
    try {
      if (!background.awaitTermination(stopTimeout().toMillis() + 1000, TimeUnit.MILLISECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
