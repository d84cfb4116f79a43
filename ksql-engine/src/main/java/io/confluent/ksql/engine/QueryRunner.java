package io.confluent.ksql.engine;

import io.confluent.ksql.engine.command.PersistentQueries;
import io.confluent.ksql.planner.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs queries: those of the command log, and those for whoever asks. */
public interface QueryRunner extends PersistentQueries, AutoCloseable {
  /**
   * Starts a query whose rows go to the caller.
   *
   * @param sql the statement, for people
   * @param settings what the session has set, names of Kafka's without {@code ksql.streams.}
   */
  TransientQuery run(Plan.Rows query, String sql, Map<String, String> settings);

  /** How a query of the log is doing on this node; empty if it does not run here. */
  Optional<QueryStatus> status(String queryId);

  /** What a query of the log keeps on this node; empty if it does not run here. */
  Optional<KeptStores> stores(String queryId);

  /** The queries for whoever asked that run now. */
  List<TransientQuery> transients();

  /** Ends all; queries of the log go on when they are started again. */
  @Override
  void close();
}
