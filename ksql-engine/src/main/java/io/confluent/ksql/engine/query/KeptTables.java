package io.confluent.ksql.engine.query;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.lookup.TableState;
import io.confluent.ksql.engine.topology.TopologyContext;
import io.confluent.ksql.planner.physical.QueryableState;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.schema.WindowInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
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
   * What the topology of a query was built with.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it is not to be had here in time
   */
  TopologyContext context(String queryId) {
    return await(queryId, PersistentRun::context);
  }

  /**
   * The state that a query keeps.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it is not to be had here in time
   */
  TableState find(String queryId, QueryableState state) {
    return await(queryId, run -> open(run.streams(), state));
  }

  private <T> T await(String queryId, Function<PersistentRun, T> found) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<PersistentRun> run = runs.apply(queryId);
      String problem = "";
      if (run.isPresent()) {
        try {
          return found.apply(run.get());
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

  /** One part a partition, by number, so that rows come in the same order again. */
  private static TableState open(KafkaStreams streams, QueryableState state) {
    if (streams.state() != KafkaStreams.State.RUNNING) {
      // Some partitions may be here already and others not; half an answer is none.
      throw new InvalidStateStoreException("Its partitions are being assigned or restored.");
    }
    Set<Integer> partitions = new TreeSet<>();
    for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
      thread.activeTasks().forEach(task -> partitions.add(task.taskId().partition()));
    }
    List<TableState> parts = new ArrayList<>();
    for (int partition : partitions) {
      try {
        parts.add(open(streams, state.stored(), partition));
      } catch (InvalidStateStorePartitionException e) {
        // Another part of the query has that many partitions, this one has fewer.
        continue;
      }
    }
    if (parts.isEmpty()) {
      throw new InvalidStateStoreException("No partition is here yet.");
    }
    return parts.size() == 1 ? parts.get(0) : TableState.of(parts);
  }

  private static TableState open(KafkaStreams streams, Step stored, int partition) {
    String name = stored.id().path();
    if (stored.window().isEmpty()) {
      return TableState.of(
          store(streams, name, QueryableStoreTypes.timestampedKeyValueStore(), partition));
    }
    return stored.window().get().type() == WindowInfo.Type.SESSION
        ? TableState.of(store(streams, name, QueryableStoreTypes.sessionStore(), partition))
        : TableState.of(
            store(streams, name, QueryableStoreTypes.timestampedWindowStore(), partition));
  }

  private static <T> T store(
      KafkaStreams streams, String name, QueryableStoreType<T> type, int partition) {
    return streams.store(StoreQueryParameters.fromNameAndType(name, type).withPartition(partition));
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
