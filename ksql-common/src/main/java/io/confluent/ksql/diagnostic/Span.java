package io.confluent.ksql.diagnostic;

/**
 * A place in a SQL text.
 *
 * @param start zero-based index of its first character; -1 for no place
 * @param length how many characters it covers
 */
public record Span(int start, int length) {
  /** No place: a node that was made, not parsed. */
  public static final Span NONE = new Span(-1, 0);

  /** Whether this is a place at all. */
  public boolean isKnown() {
    return start >= 0;
  }

  /** Index after the last character. */
  public int end() {
    return start + length;
  }

  /** The smallest span that covers both; one of them if the other is unknown. */
  public Span to(Span other) {
    if (!isKnown()) {
      return other;
    }
    if (!other.isKnown()) {
      return this;
    }
    int first = Math.min(start, other.start);
    return new Span(first, Math.max(end(), other.end()) - first);
  }

  /** This span in a text that begins at that index of a larger one. */
  public Span shiftedBy(int offset) {
    return isKnown() ? new Span(start + offset, length) : this;
  }
}
