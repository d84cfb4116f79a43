package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/** A call; {@code f(*)} has no arguments, and {@code a || b} calls {@code CONCAT}. */
public record FunctionCall(Span span, Identifier name, List<Expression> arguments)
    implements Expression {
  public FunctionCall {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    arguments = List.copyOf(arguments);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.functionCall(this);
  }
}
