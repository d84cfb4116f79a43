package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;
import java.util.Optional;

/**
 * PRINT: the records of a topic.
 *
 * @param topic in the case it was written in, quoted or not
 * @param interval print every so many records
 * @param limit stop after so many records
 */
public record Print(
    Span span,
    Identifier topic,
    boolean fromBeginning,
    Optional<Integer> interval,
    Optional<Integer> limit)
    implements Statement {
  public Print {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(limit, "limit");
  }
}
