package io.confluent.ksql.planner.lookup;

import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import java.util.List;
import java.util.Objects;

/**
 * Rows of a store that a condition can be true for. They may be more than those for which it is
 * true: the condition itself is always asked, too.
 */
public sealed interface Access {
  /**
   * The row of one key; where keys are windowed, its rows of some windows.
   *
   * @param values a constant a key column, of its type
   * @param windows bounds that hold for all of the windows
   */
  record Key(List<Expr> values, List<WindowBound> windows) implements Access {
    public Key {
      values = List.copyOf(values);
      windows = List.copyOf(windows);
    }
  }

  /**
   * Rows whose only key column lies on one side of a value, in the order of bytes.
   *
   * @param operator one of {@code < <= > >=}; the column stands at its left
   * @param value a constant of the column's type, STRING or BYTES
   */
  record Range(Operator operator, Expr value) implements Access {
    public Range {
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * All rows; where keys are windowed, those of some windows.
   *
   * @param windows bounds that hold for all of the windows
   */
  record Scan(List<WindowBound> windows) implements Access {
    public Scan {
      windows = List.copyOf(windows);
    }
  }
}
