package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/**
 * A built-in or custom type by name, such as {@code DECIMAL(4, 2)}; {@code VARCHAR(STRING)} has no
 * parameters.
 */
public record NamedType(Span span, Identifier name, List<Integer> parameters) implements TypeName {
  public NamedType {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    parameters = List.copyOf(parameters);
  }
}
