package io.confluent.ksql.engine.lookup;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.engine.ConstantRow;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.lookup.Access;
import io.confluent.ksql.planner.lookup.WindowBound;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.WindowInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out the accesses of a query on a store, one after the other. */
final class Lookup {
  /** Formats whose bytes of a text or of bytes are in the order of the values. */
  private static final String ORDERED = "KAFKA";

  private final Plan.Pull plan;
  private final ConstantRow constants;

  Lookup(Plan.Pull plan, ConstantRow constants) {
    this.plan = plan;
    this.constants = constants;
  }

  /** How to read the rows of an access; each is to be closed before the next is opened. */
  interface Reading {
    TableState.Rows open(TableState state);
  }

  /** The readings of all accesses. */
  List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    for (Access access : plan.accesses()) {
      if (access instanceof Access.Key key) {
        keys(key).forEach(values -> readings.add(reading(values, key.windows())));
      } else if (access instanceof Access.Range range) {
        readings.add(reading(range));
      } else {
        Times starts = starts(((Access.Scan) access).windows());
        readings.add(starts.isEmpty() ? nothing() : state -> state.all(starts));
      }
    }
    return readings;
  }

  private static Reading nothing() {
    return state -> StoredRows.of(List.of());
  }

  /** The key; two where zero has two. Nothing is equal to a NULL. */
  private List<Row> keys(Access.Key access) {
    List<Object[]> keys = new ArrayList<>();
    keys.add(new Object[access.values().size()]);
    for (int i = 0; i < access.values().size(); i++) {
      Object value = constant(access.values().get(i));
      if (value == null) {
        return List.of();
      }
      for (Object[] key : List.copyOf(keys)) {
        key[i] = value;
        if (value instanceof Double number && number == 0) {
          key[i] = 0.0;
          Object[] negative = key.clone();
          negative[i] = -0.0;
          keys.add(negative);
        }
      }
    }
    return keys.stream().map(Row::of).toList();
  }

  private Reading reading(Row key, List<WindowBound> windows) {
    Times starts = starts(windows);
    return starts.isEmpty() ? nothing() : state -> state.get(key, starts);
  }

  /** Rows next to the range are taken out by the condition, which is asked for every row. */
  private Reading reading(Access.Range range) {
    Object value = constant(range.value());
    if (value == null) {
      return nothing();
    }
    if (!plan.state().keyFormat().name().equals(ORDERED)) {
      return state -> state.all(Times.ALL);
    }
    boolean below =
        range.operator() == Operator.LESS_THAN || range.operator() == Operator.LESS_THAN_OR_EQUAL;
    Row bound = Row.of(value);
    return below ? state -> state.range(null, bound) : state -> state.range(bound, null);
  }

  private Object constant(Expr value) {
    return constants.value("the key", Span.NONE, value);
  }

  /** When windows start that keep to all bounds. */
  private Times starts(List<WindowBound> bounds) {
    Times starts = Times.ALL;
    for (WindowBound bound : bounds) {
      Object value = constants.value("WINDOW" + bound.edge(), Span.NONE, bound.value());
      Optional<Long> length = length(bound.edge());
      if (value == null) {
        return new Times(0, -1);
      }
      if (length.isPresent()) {
        starts = narrowed(starts, bound.operator(), (Long) value - length.get());
      }
    }
    return starts;
  }

  /** How long before the edge a window starts; empty if that differs. */
  private Optional<Long> length(WindowBound.Edge edge) {
    return switch (edge) {
      case START -> Optional.of(0L);
      case END -> plan.state().stored().window().flatMap(WindowInfo::size).map(Duration::toMillis);
    };
  }

  private static Times narrowed(Times starts, Operator operator, long value) {
    return switch (operator) {
      case EQUAL -> starts.notBefore(value).notAfter(value);
      case LESS_THAN -> starts.notAfter(value - 1);
      case LESS_THAN_OR_EQUAL -> starts.notAfter(value);
      case GREATER_THAN -> starts.notBefore(value + 1);
      case GREATER_THAN_OR_EQUAL -> starts.notBefore(value);
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          MODULO,
          NEGATE,
          NOT_EQUAL,
          IS_DISTINCT_FROM,
          IS_NULL,
          LIKE,
          IN,
          SUBSCRIPT,
          FIELD,
          MAKE_ARRAY,
          MAKE_MAP ->
          starts;
    };
  }
}
