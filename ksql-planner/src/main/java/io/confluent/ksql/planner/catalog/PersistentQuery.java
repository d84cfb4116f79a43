package io.confluent.ksql.planner.catalog;

import io.confluent.ksql.planner.physical.PhysicalPlan;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A query that runs until it is ended, on every node alike.
 *
 * @param id its id, for example {@code CSAS_ALERTS_12}
 * @param kind which kind of statement made it
 * @param sql the statement, secrets masked
 * @param sources names of what it reads
 * @param sink name of what it writes; empty for a query that only materialises a table
 * @param plan how it runs
 * @param settings what its statement's session had set
 * @param state whether it should run
 */
public record PersistentQuery(
    String id,
    Kind kind,
    String sql,
    Set<String> sources,
    Optional<String> sink,
    PhysicalPlan plan,
    Map<String, String> settings,
    State state) {
  public PersistentQuery {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(sql, "sql");
    sources = Set.copyOf(sources);
    Objects.requireNonNull(sink, "sink");
    Objects.requireNonNull(plan, "plan");
    settings = Map.copyOf(settings);
    Objects.requireNonNull(state, "state");
  }

  /** Kinds of statements that make a query. */
  public enum Kind {
    CREATE_AS,
    INSERT,
    SOURCE_TABLE
  }

  /** Whether a query should run. */
  public enum State {
    RUNNING,
    PAUSED
  }

  /** The same in another state. */
  public PersistentQuery withState(State newState) {
    return new PersistentQuery(id, kind, sql, sources, sink, plan, settings, newState);
  }
}
