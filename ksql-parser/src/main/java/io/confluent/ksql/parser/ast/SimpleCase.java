package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code CASE operand WHEN value THEN result .. ELSE otherwise END}.
 *
 * @param whens at least one; their conditions are the values compared with the operand
 */
public record SimpleCase(
    Span span, Expression operand, List<When> whens, Optional<Expression> otherwise)
    implements Expression {
  public SimpleCase {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(operand, "operand");
    whens = List.copyOf(whens);
    Objects.requireNonNull(otherwise, "otherwise");
    if (whens.isEmpty()) {
      throw new IllegalArgumentException("CASE needs WHEN");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.simpleCase(this);
  }
}
