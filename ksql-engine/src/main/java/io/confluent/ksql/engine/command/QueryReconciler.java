package io.confluent.ksql.engine.command;

import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what runs agree with the catalog. Working from the difference of two catalogs, not from
 * commands, a restart runs only what is left at the end of the log.
 */
final class QueryReconciler {
  private static final Logger LOG = LoggerFactory.getLogger(QueryReconciler.class);

  private final PersistentQueries queries;

  QueryReconciler(PersistentQueries queries) {
    this.queries = Objects.requireNonNull(queries, "queries");
  }

  /**
   * Goes on after a failure; gives the first one.
   *
   * @param emptied topics to be emptied before queries start that write to them, by query
   */
  Optional<RuntimeException> reconcile(Catalog before, Catalog after, Map<String, String> emptied) {
    FirstFailure failure = new FirstFailure();
    for (PersistentQuery old : before.queries()) {
      if (after.query(old.id()).isEmpty()) {
        failure.guard(() -> queries.drop(old.id()));
      }
    }
    for (PersistentQuery query : after.queries()) {
      failure.guard(() -> toState(before.query(query.id()), query, emptied));
    }
    return failure.first;
  }

  private void toState(
      Optional<PersistentQuery> before, PersistentQuery query, Map<String, String> emptied) {
    if (before.isEmpty() && emptied.containsKey(query.id())) {
      queries.startFresh(query, emptied.get(query.id()));
    } else if (before.isEmpty()) {
      queries.start(query);
    } else if (!before.get().plan().equals(query.plan())
        || !before.get().settings().equals(query.settings())) {
      queries.replace(query);
    } else if (before.get().state() != query.state()) {
      switch (query.state()) {
        case PAUSED -> queries.pause(query.id());
        case RUNNING -> queries.resume(query.id());
      }
    }
  }

  private static final class FirstFailure {
    private Optional<RuntimeException> first = Optional.empty();

    void guard(Runnable action) {
      try {
        action.run();
      } catch (RuntimeException e) {
        LOG.error("A query could not be brought into the state that the command log says", e);
        if (first.isEmpty()) {
          first = Optional.of(e);
        }
      }
    }
  }
}
