package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code CASE WHEN condition THEN result .. ELSE otherwise END}.
 *
 * @param whens at least one
 */
public record SearchedCase(Span span, List<When> whens, Optional<Expression> otherwise)
    implements Expression {
  public SearchedCase {
    Objects.requireNonNull(span, "span");
    whens = List.copyOf(whens);
    Objects.requireNonNull(otherwise, "otherwise");
    if (whens.isEmpty()) {
      throw new IllegalArgumentException("CASE needs WHEN");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.searchedCase(this);
  }
}
