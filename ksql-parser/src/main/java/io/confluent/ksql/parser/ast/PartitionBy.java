package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * The PARTITION BY clause.
 *
 * @param expressions may be empty: {@code PARTITION BY ()}
 */
public record PartitionBy(Span span, List<Expression> expressions) implements Node {
  public PartitionBy {
    Objects.requireNonNull(span, "span");
    expressions = List.copyOf(expressions);
  }
}
