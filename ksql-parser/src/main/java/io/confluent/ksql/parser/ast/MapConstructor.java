package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * {@code MAP(key := value, ..)}.
 *
 * @param entries may be empty
 */
public record MapConstructor(Span span, List<Entry> entries) implements Expression {
  public MapConstructor {
    Objects.requireNonNull(span, "span");
    entries = List.copyOf(entries);
  }

  /** One {@code key := value}. */
  public record Entry(Expression key, Expression value) {
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.mapConstructor(this);
  }
}
