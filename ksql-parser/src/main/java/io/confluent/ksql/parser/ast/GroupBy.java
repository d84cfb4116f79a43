package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * The GROUP BY clause.
 *
 * @param expressions may be empty: {@code GROUP BY ()}
 */
public record GroupBy(Span span, List<Expression> expressions) implements Node {
  public GroupBy {
    Objects.requireNonNull(span, "span");
    expressions = List.copyOf(expressions);
  }
}
