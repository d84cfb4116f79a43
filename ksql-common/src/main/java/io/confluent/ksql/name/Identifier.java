package io.confluent.ksql.name;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/**
 * A name in SQL text, as it means: upper case unless it was quoted.
 *
 * @param text the name, exact in case
 * @param span where it stands
 * @param quoted whether it was written in quotes
 */
public record Identifier(String text, Span span, boolean quoted) {
  public Identifier {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(span, "span");
  }

  /** A name that stands in no text. */
  public static Identifier of(String text) {
    return new Identifier(text, Span.NONE, !Names.isPlain(text));
  }

  /** Two identifiers are equal if they name the same; where they stand does not count. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Identifier that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
