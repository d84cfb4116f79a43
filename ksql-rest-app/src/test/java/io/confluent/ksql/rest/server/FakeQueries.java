package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.KeptStores;
import io.confluent.ksql.engine.QueryRunner;
import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs no topology: states follow the calls, and the rows of a query are those a test offers. */
final class FakeQueries implements QueryRunner {
  private final Map<String, String> states = new TreeMap<>();
  private final List<FakeQuery> running = new CopyOnWriteArrayList<>();
  private final List<String> emptied = new CopyOnWriteArrayList<>();
  private volatile long skipped;

  @Override
  public synchronized void start(PersistentQuery query) {
    states.put(query.id(), query.state().name());
  }

  @Override
  public synchronized void startFresh(PersistentQuery query, String topic) {
    emptied.add(topic);
    start(query);
  }

  @Override
  public synchronized void drop(String queryId) {
    states.remove(queryId);
  }

  @Override
  public synchronized void replace(PersistentQuery query) {
    states.put(query.id(), query.state().name());
  }

  @Override
  public synchronized void pause(String queryId) {
    states.put(queryId, "PAUSED");
  }

  @Override
  public synchronized void resume(String queryId) {
    states.put(queryId, "RUNNING");
  }

  @Override
  public synchronized Optional<QueryStatus> status(String queryId) {
    return Optional.ofNullable(states.get(queryId))
        .map(
            state ->
                new QueryStatus(
                    state, List.of(), "Topologies:", "app-" + queryId, 3, 2, 1, 4, skipped));
  }

  @Override
  public Optional<KeptStores> stores(String queryId) {
    return Optional.ofNullable(states.get(queryId))
        .map(
            state ->
                new KeptStores(
                    "app-" + queryId,
                    Set.of("Store"),
                    Map.of("in", List.of(0)),
                    Map.of("Store", Map.of(0, new KeptStores.Lag(3, 5)))));
  }

  @Override
  public TransientQuery run(Plan.Rows query, String sql, Map<String, String> settings) {
    FakeQuery started = new FakeQuery("transient_" + query.source() + "_1", sql, query, settings);
    running.add(started);
    return started;
  }

  @Override
  public List<TransientQuery> transients() {
    return List.copyOf(running);
  }

  /** Topics that were emptied for queries. */
  List<String> emptied() {
    return emptied;
  }

  /** From now on queries begin behind so many records. */
  void skip(long records) {
    skipped = records;
  }

  /** The queries that run for a client. */
  List<FakeQuery> running() {
    return running;
  }

  @Override
  public void close() {
    running.forEach(FakeQuery::close);
  }

  /** A query whose rows a test offers. */
  final class FakeQuery implements TransientQuery {
    private final String id;
    private final String sql;
    private final Plan.Rows plan;
    private final Map<String, String> settings;
    private final BlockingQueue<ResultRow> rows = new LinkedBlockingQueue<>();
    private volatile RuntimeException failure;
    private volatile Optional<End> wanted = Optional.empty();
    private volatile Optional<End> ended = Optional.empty();

    FakeQuery(String id, String sql, Plan.Rows plan, Map<String, String> settings) {
      this.id = id;
      this.sql = sql;
      this.plan = plan;
      this.settings = settings;
    }

    void offer(ResultRow row) {
      rows.add(row);
    }

    void fail(RuntimeException cause) {
      failure = cause;
    }

    void finish(End end) {
      wanted = Optional.of(end);
    }

    Plan.Push plan() {
      return (Plan.Push) plan;
    }

    int waiting() {
      return rows.size();
    }

    Map<String, String> settings() {
      return settings;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String sql() {
      return sql;
    }

    @Override
    public long skipped() {
      return skipped;
    }

    @Override
    public String state() {
      return "RUNNING";
    }

    @Override
    public Optional<ResultRow> next(Duration wait) {
      try {
        ResultRow row = rows.poll(Math.min(wait.toMillis(), 10), TimeUnit.MILLISECONDS);
        if (row == null) {
          if (failure != null) {
            throw failure;
          }
          ended = wanted;
        }
        return Optional.ofNullable(row);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }

    @Override
    public Optional<End> end() {
      return ended;
    }

    @Override
    public void close() {
      running.remove(this);
      if (ended.isEmpty()) {
        wanted = Optional.of(End.CLOSED);
      }
    }
  }
}
