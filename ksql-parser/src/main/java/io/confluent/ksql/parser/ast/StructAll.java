package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** {@code struct->*}: all fields of a struct. */
public record StructAll(Span span, Expression struct) implements SelectItem {
  public StructAll {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(struct, "struct");
  }
}
