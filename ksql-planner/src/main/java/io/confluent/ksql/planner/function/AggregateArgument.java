package io.confluent.ksql.planner.function;

import io.confluent.ksql.schema.ksql.SqlArgument;
import java.util.Objects;

/**
 * An argument of an aggregate function's call.
 *
 * @param type what is known of it
 * @param literal whether it is a constant
 * @param value the constant, null for NULL or if it is none
 */
public record AggregateArgument(SqlArgument type, boolean literal, Object value) {
  public AggregateArgument {
    Objects.requireNonNull(type, "type");
  }

  /** An expression over the row. */
  public static AggregateArgument column(SqlArgument type) {
    return new AggregateArgument(type, false, null);
  }

  /** A constant; it may also stand where a column is expected. */
  public static AggregateArgument literal(SqlArgument type, Object value) {
    return new AggregateArgument(type, true, value);
  }
}
