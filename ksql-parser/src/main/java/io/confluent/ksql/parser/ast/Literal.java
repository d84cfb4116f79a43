package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A constant as written.
 *
 * @param value a Boolean, Integer, Long, BigDecimal, Double (finite) or String; null for SQL's NULL
 */
public record Literal(Span span, Object value) implements Expression {
  public Literal {
    Objects.requireNonNull(span, "span");
    if (!isAllowed(value)) {
      throw new IllegalArgumentException("no literal: " + value);
    }
  }

  private static boolean isAllowed(Object value) {
    return value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof BigDecimal decimal && decimal.scale() >= 0
        || value instanceof Double number && Double.isFinite(number)
        || value instanceof String;
  }

  /** Whether this is NULL. */
  public boolean isNull() {
    return value == null;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.literal(this);
  }
}
