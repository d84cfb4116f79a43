package io.confluent.ksql.planner.lookup;

import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import java.util.Objects;

/**
 * A comparison of a bound of a row's window with a constant.
 *
 * @param edge which bound
 * @param operator one of {@code = < <= > >=}; the bound stands at its left
 * @param value BIGINT without columns, ms since the epoch
 */
public record WindowBound(Edge edge, Operator operator, Expr value) {
  public WindowBound {
    Objects.requireNonNull(edge, "edge");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(value, "value");
  }

  /** The bounds of a window. */
  public enum Edge {
    START,
    END
  }
}
