package io.confluent.ksql.planner;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.command.Command;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.lookup.Access;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.QueryableState;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.schema.Column;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a statement comes to. */
public sealed interface Plan {
  /**
   * A change for the command log.
   *
   * @param command what to append
   * @param queryId id of the query that it starts, if it starts one
   */
  record Change(Command command, Optional<String> queryId) implements Plan {
    public Change {
      Objects.requireNonNull(command, "command");
      Objects.requireNonNull(queryId, "queryId");
    }
  }

  /**
   * Nothing to do, and why: IF EXISTS and IF NOT EXISTS.
   *
   * @param message what the user is told
   */
  record Nothing(String message) implements Plan {
    public Nothing {
      Objects.requireNonNull(message, "message");
    }
  }

  /** A query whose rows go to whoever asked. */
  sealed interface Rows extends Plan {
    /** Columns of the result in the order of the SELECT list. */
    List<Column> columns();

    /** Name of what it reads first. */
    String source();

    /** Names of those columns that make a row of the result what it is; none of a stream's. */
    Set<String> keyNames();
  }

  /**
   * A query of a table as it is now.
   *
   * @param keeper id of the persistent query that keeps the rows
   * @param state where it keeps them
   * @param accesses which of them to read, a union
   * @param steps what is done to each, the first first: filters and projections
   * @param columns columns of the result in the order of the SELECT list
   * @param places where in a row each of them is
   * @param source name of the table
   * @param keyNames names that columns of the key have
   * @param limit after how many rows it ends
   */
  record Pull(
      String keeper,
      QueryableState state,
      List<Access> accesses,
      List<Step> steps,
      List<Column> columns,
      List<ColumnRef> places,
      String source,
      Set<String> keyNames,
      OptionalLong limit)
      implements Rows {
    public Pull {
      Objects.requireNonNull(keeper, "keeper");
      Objects.requireNonNull(state, "state");
      accesses = List.copyOf(accesses);
      steps = List.copyOf(steps);
      columns = List.copyOf(columns);
      places = List.copyOf(places);
      Objects.requireNonNull(source, "source");
      keyNames = Set.copyOf(keyNames);
      Objects.requireNonNull(limit, "limit");
    }
  }

  /**
   * A query of what is written to a topic from now on, over a reader that others share.
   *
   * @param scan the topic
   * @param steps what is done to each row, the first first: filters and projections
   * @param columns columns of the result in the order of the SELECT list
   * @param places where in a row each of them is
   * @param source name of what it reads
   * @param limit after how many rows it ends
   */
  record Follow(
      ScanStep scan,
      List<Step> steps,
      List<Column> columns,
      List<ColumnRef> places,
      String source,
      OptionalLong limit)
      implements Rows {
    public Follow {
      Objects.requireNonNull(scan, "scan");
      steps = List.copyOf(steps);
      columns = List.copyOf(columns);
      places = List.copyOf(places);
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(limit, "limit");
    }

    @Override
    public Set<String> keyNames() {
      return Set.of();
    }
  }

  /**
   * A query whose rows go to whoever asked, for as long as they want.
   *
   * @param physical how it runs; its root has no sink
   * @param columns columns of the result in the order of the SELECT list
   * @param places where in the root's rows each of them is
   * @param source name of what it reads first, for its id
   * @param limit after how many rows it ends
   * @param end whether it goes on or stops at what there is now
   */
  record Push(
      PhysicalPlan physical,
      List<Column> columns,
      List<ColumnRef> places,
      String source,
      OptionalLong limit,
      End end)
      implements Rows {
    public Push {
      Objects.requireNonNull(physical, "physical");
      columns = List.copyOf(columns);
      places = List.copyOf(places);
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(end, "end");
    }

    @Override
    public Set<String> keyNames() {
      return Set.of();
    }

    /** When a query ends that no LIMIT ends. */
    public enum End {
      NEVER,
      /** At the end of the topics as it is when the query starts. */
      AT_END_OF_TOPICS
    }
  }

  /**
   * One row to be written; its values are constant expressions, each of its column's type.
   *
   * @param target the stream or table
   * @param key one value a key column
   * @param value one value a value column
   * @param timestamp BIGINT of ms since the epoch; empty for now
   * @param places where these stand in the statement
   */
  record Insert(
      Source target, List<Expr> key, List<Expr> value, Optional<Expr> timestamp, Places places)
      implements Plan {
    public Insert {
      Objects.requireNonNull(target, "target");
      key = List.copyOf(key);
      value = List.copyOf(value);
      Objects.requireNonNull(timestamp, "timestamp");
      Objects.requireNonNull(places, "places");
    }

    /**
     * Where the parts of an INSERT stand in its text.
     *
     * @param target the name of the stream or table
     * @param values the values by column, of those that are given
     */
    public record Places(Span target, Map<String, Span> values) {
      public Places {
        Objects.requireNonNull(target, "target");
        values = Map.copyOf(values);
      }

      /** The value of a column, or the target if none is given for it. */
      public Span of(String column) {
        return values.getOrDefault(column, target);
      }
    }
  }
}
