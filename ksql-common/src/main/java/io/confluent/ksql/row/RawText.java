package io.confluent.ksql.row;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A text that still is what it was in a record, a range of ASCII bytes; a String is made of it only
 * if somebody asks. It lives between a scan and the sink that its row goes to, nowhere else: there
 * {@link #string} stands before whatever wants a String. Belongs to one thread at a time.
 */
public final class RawText {
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final AsciiSet lacks;
  private String string;

  /**
   * The bytes from an index on up to, but not including, another; they must all be ASCII and never
   * change.
   *
   * @param lacks characters that are known not to be among them; who writes the text need not look
   *     for those
   */
  public RawText(byte[] bytes, int from, int to, AsciiSet lacks) {
    Objects.checkFromToIndex(from, to, bytes.length);
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.lacks = lacks;
  }

  /** A function that reads a text without a String. */
  @FunctionalInterface
  public interface Reader {
    /** The function's value; may be null. */
    Object read(RawText text);
  }

  /** The value, but a String if it is a raw text. */
  public static Object string(Object value) {
    return value instanceof RawText text ? text.toString() : value;
  }

  /** What the range is of. */
  public byte[] bytes() {
    return bytes;
  }

  /** Index of the first byte. */
  public int from() {
    return from;
  }

  /** Index behind the last byte. */
  public int to() {
    return to;
  }

  /** Whether no character of a set is known to be in it. */
  public boolean lacks(AsciiSet characters) {
    return lacks.containsAll(characters);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawText that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    String made = string;
    if (made == null) {
      made = from == to ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      string = made;
    }
    return made;
  }
}
