package io.confluent.ksql.row;

/**
 * A set of characters of ASCII.
 *
 * @param low bit c stands for character c, 0 to 63
 * @param high bit c stands for character c + 64
 */
public record AsciiSet(long low, long high) {
  /** No character. */
  public static final AsciiSet NONE = new AsciiSet(0, 0);

  private static final int HALF = 64;

  /** The characters of a text that are ASCII; others are left out. */
  public static AsciiSet of(String characters) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      if (c < HALF) {
        low |= 1L << c;
      } else if (c < 2 * HALF) {
        high |= 1L << c - HALF;
      }
    }
    return new AsciiSet(low, high);
  }

  /** Whether all characters of another set are in this one. */
  public boolean containsAll(AsciiSet other) {
    return (other.low & ~low | other.high & ~high) == 0;
  }
}
