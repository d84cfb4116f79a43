package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/**
 * SHOW TOPICS.
 *
 * @param all with the internal ones
 */
public record ShowTopics(Span span, boolean all, boolean extended) implements Statement {
  public ShowTopics {
    Objects.requireNonNull(span, "span");
  }
}
