package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** Two operands compared. */
public record Comparison(Span span, ComparisonOperator operator, Expression left, Expression right)
    implements Expression {
  public Comparison {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.comparison(this);
  }
}
