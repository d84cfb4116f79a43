package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/**
 * {@code (a, b) => body}; only an argument of a call can be one.
 *
 * @param parameters at least one; may repeat
 */
public record LambdaExpression(Span span, List<Identifier> parameters, Expression body)
    implements Expression {
  public LambdaExpression {
    Objects.requireNonNull(span, "span");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(body, "body");
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("a lambda needs parameters");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.lambda(this);
  }
}
