package io.confluent.ksql.engine.lookup;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.engine.topology.RowChain;
import io.confluent.ksql.planner.Plan;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** A query of a table as it is now. Rows are read when they are fetched, by who fetches. */
final class PullQuery implements TransientQuery {
  private static final int MAX_OPENED = 5;

  private final String id;
  private final String sql;
  private final Plan.Pull plan;
  private final Supplier<TableState> store;
  private final RowChain chain;
  private final List<Lookup.Reading> readings;
  private final Deque<Lookup.Reading> left = new ArrayDeque<>();
  private final Set<Object> seen = new HashSet<>();
  private final boolean several;
  private TableState state;
  private TableState.Rows rows = StoredRows.of(List.of());
  private int opened;
  private long given;
  private End end;

  /**
   * @param store opens the store; its keeper may close it at any time and then open another one
   * @param chain what is done to each row
   */
  PullQuery(
      String id,
      String sql,
      Plan.Pull plan,
      Supplier<TableState> store,
      RowChain chain,
      List<Lookup.Reading> readings) {
    this.id = id;
    this.sql = sql;
    this.plan = plan;
    this.store = store;
    this.chain = chain;
    this.readings = List.copyOf(readings);
    this.several = readings.size() > 1;
    open();
  }

  /** From the first row on. */
  private void open() {
    opened++;
    rows.close();
    rows = StoredRows.of(List.of());
    seen.clear();
    left.clear();
    left.addAll(readings);
    state = store.get();
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
  public String state() {
    return end == null ? "RUNNING" : "NOT_RUNNING";
  }

  @Override
  public Optional<ResultRow> next(Duration wait) {
    try {
      return next();
    } catch (InvalidStateStoreException e) {
      if (given == 0 && opened < MAX_OPENED) {
        // The client has seen nothing that would have to be told again.
        open();
        return next(wait);
      }
      throw Diagnostic.error(
              ErrorCode.STATE_UNAVAILABLE,
              "Query %s, which keeps the rows, gave its store up: %s",
              plan.keeper(),
              e.getMessage())
          .hint("Try again.")
          .toException(e);
    }
  }

  private Optional<ResultRow> next() {
    while (end == null) {
      if (plan.limit().isPresent() && given >= plan.limit().getAsLong()) {
        finish();
      } else if (rows.hasNext()) {
        Optional<ResultRow> row = result(rows.next());
        if (row.isPresent()) {
          given++;
          return row;
        }
      } else if (left.isEmpty()) {
        finish();
      } else {
        rows.close();
        rows = left.removeFirst().open(state);
      }
    }
    return Optional.empty();
  }

  /** A row that two accesses meet is one row. */
  private Optional<ResultRow> result(TableState.Stored stored) {
    return several && !seen.add(stored.key())
        ? Optional.empty()
        : chain
            .row(stored.key(), stored.value(), stored.timestamp())
            .map(row -> ResultRow.of(row, plan.places()));
  }

  private void finish() {
    rows.close();
    end = End.ANSWERED;
  }

  @Override
  public long skipped() {
    return 0;
  }

  @Override
  public Optional<End> end() {
    return Optional.ofNullable(end);
  }

  @Override
  public void close() {
    rows.close();
    if (end == null) {
      end = End.CLOSED;
    }
  }
}
