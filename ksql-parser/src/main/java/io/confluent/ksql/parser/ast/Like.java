package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a text matches a pattern.
 *
 * @param escape the one character that makes the next one of the pattern literal
 */
public record Like(Span span, Expression value, Expression pattern, Optional<String> escape)
    implements Expression {
  public Like {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(escape, "escape");
    if (escape.isPresent() && escape.get().length() != 1) {
      throw new IllegalArgumentException("escape must be one character");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.like(this);
  }
}
