package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** Whether a value is NULL. */
public record IsNull(Span span, Expression operand) implements Expression {
  public IsNull {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(operand, "operand");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.isNull(this);
  }
}
