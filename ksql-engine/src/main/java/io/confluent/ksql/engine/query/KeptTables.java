package io.confluent.ksql.engine.query;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.lookup.TableState;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.planner.physical.QueryableState;
import io.confluent.ksql.schema.WindowInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** Finds the stores of queries that run; waits a while for those of queries that just start. */
final class KeptTables {
  private static final long RETRY_MS = 20;

  private final Function<String, Optional<PersistentRun>> runs;
  private final Function<String, Optional<QueryStatus>> statuses;
  private final Duration patience;

  /**
   * @param runs the run of a query, by the query's id
   * @param statuses how a query is doing, be it that it cannot run
   * @param patience how long a query that starts is waited for
   */
  KeptTables(
      Function<String, Optional<PersistentRun>> runs,
      Function<String, Optional<QueryStatus>> statuses,
      Duration patience) {
    this.runs = runs;
    this.statuses = statuses;
    this.patience = patience;
  }

  /**
   * What a query keeps.
   *
   * @param state its store
   * @param context what its topology was built with
   */
  record Kept(TableState state, TopologyContext context) {}

  /**
   * The state that a query keeps.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it is not to be had here in time
   */
  Kept find(String queryId, QueryableState state) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<PersistentRun> run = runs.apply(queryId);
      String problem = "";
      if (run.isPresent()) {
        try {
          return new Kept(open(run.get().streams(), state), run.get().context());
        } catch (InvalidStateStoreException e) {
          problem = e.getMessage();
        }
      }
      boolean starting =
          run.map(PersistentRun::isStarting).orElseGet(() -> statuses.apply(queryId).isEmpty());
      if (!starting || System.nanoTime() > deadline) {
        throw unavailable(queryId, problem);
      }
      pause(queryId);
    }
  }

  private void pause(String queryId) {
    try {
      Thread.sleep(RETRY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(queryId, "Interrupted");
    }
  }

  private static TableState open(KafkaStreams streams, QueryableState state) {
    String name = state.stored().id().path();
    Optional<WindowInfo> window = state.stored().window();
    if (window.isEmpty()) {
      return TableState.of(store(streams, name, QueryableStoreTypes.timestampedKeyValueStore()));
    }
    return window.get().type() == WindowInfo.Type.SESSION
        ? TableState.of(store(streams, name, QueryableStoreTypes.sessionStore()))
        : TableState.of(store(streams, name, QueryableStoreTypes.timestampedWindowStore()));
  }

  private static <T> T store(KafkaStreams streams, String name, QueryableStoreType<T> type) {
    return streams.store(StoreQueryParameters.fromNameAndType(name, type));
  }

  private RuntimeException unavailable(String queryId, String problem) {
    Diagnostic error =
        Diagnostic.error(
                ErrorCode.STATE_UNAVAILABLE,
                "The rows are kept by query %s, whose state on this server is %s.",
                queryId,
                statuses.apply(queryId).map(QueryStatus::state).orElse("not known"))
            .hint("EXPLAIN " + queryId + "; says more. Try again when it runs.");
    return (problem.isEmpty() ? error : error.note(problem)).toException();
  }
}
