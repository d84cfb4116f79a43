package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/**
 * {@code STRUCT(name := value, ..)}.
 *
 * @param fields may be empty; names may repeat
 */
public record StructConstructor(Span span, List<Field> fields) implements Expression {
  public StructConstructor {
    Objects.requireNonNull(span, "span");
    fields = List.copyOf(fields);
  }

  /** One {@code name := value}. */
  public record Field(Identifier name, Expression value) {
    public Field {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.structConstructor(this);
  }
}
