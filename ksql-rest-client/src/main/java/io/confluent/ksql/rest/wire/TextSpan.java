package io.confluent.ksql.rest.wire;

import io.confluent.ksql.diagnostic.Span;
import java.util.Optional;

/**
 * A place in a text.
 *
 * @param start zero-based index of its first character
 * @param length how many characters it covers
 */
public record TextSpan(int start, int length) {
  /** The same place, if it is one. */
  public static Optional<TextSpan> of(Span span) {
    return span.isKnown()
        ? Optional.of(new TextSpan(span.start(), span.length()))
        : Optional.empty();
  }

  /** The same place for the engine. */
  public Span toSpan() {
    return new Span(start, length);
  }
}
