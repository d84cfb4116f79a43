package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/**
 * {@code STRUCT<name type, ..>}.
 *
 * @param fields may be empty; names may repeat
 */
public record StructType(Span span, List<Field> fields) implements TypeName {
  public StructType {
    Objects.requireNonNull(span, "span");
    fields = List.copyOf(fields);
  }

  /** One field. */
  public record Field(Identifier name, TypeName type) {
    public Field {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }
  }
}
