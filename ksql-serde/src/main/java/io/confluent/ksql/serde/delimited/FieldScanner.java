package io.confluent.ksql.serde.delimited;

import io.confluent.ksql.row.AsciiBytes;
import io.confluent.ksql.row.AsciiSet;
import io.confluent.ksql.serde.DecodeException;
import java.nio.charset.StandardCharsets;

/**
 * Finds the fields of the first record in a text. A field is a range of bytes, so that a number can
 * be read where it stands. Reused from record to record.
 */
final class FieldScanner {
  private static final byte QUOTE = '"';
  private static final long QUOTES = AsciiBytes.eightOf(QUOTE);
  private static final long LINES = AsciiBytes.eightOf((byte) '\n');
  private static final long RETURNS = AsciiBytes.eightOf((byte) '\r');
  private static final char NO_CHARACTER = '\uFFFF';
  private static final AsciiSet NO_QUOTE = AsciiSet.of("\"");

  private final Delimiter delimiter;
  private final char separator;
  private byte[] scratch = new byte[64];
  private byte[] text;
  private int at;
  private boolean ended;

  // The text as characters if it is simple: Java searches them with vector instructions.
  private String simple;

  private byte[] field;
  private int start;
  private int end;

  // What the bytes of a plain field have in common, and marks of quotes in it.
  private boolean plain;
  private long common;
  private long quotes;

  FieldScanner(Delimiter delimiter) {
    this.delimiter = delimiter;
    separator = delimiter.length() == 1 ? (char) (byte) delimiter.eightFirsts() : NO_CHARACTER;
  }

  /** Stands before the first field; lines without a character are skipped. */
  void open(byte[] bytes) {
    text = bytes;
    at = 0;
    simple = bytes.length == 0 || separator == NO_CHARACTER ? null : simple(bytes);
    if (simple != null) {
      ended = false;
      return;
    }
    while (at < bytes.length && isLineEnd(bytes[at])) {
      at++;
    }
    if (at == bytes.length) {
      throw new DecodeException("There are no fields in the record");
    }
    ended = false;
  }

  /** Goes to the next field; false if the record has ended. */
  boolean next() {
    if (ended) {
      return false;
    }
    if (simple != null) {
      scanSimple();
    } else if (at < text.length && text[at] == QUOTE) {
      scanQuoted();
    } else {
      scanPlain();
    }
    return true;
  }

  /** The bytes in which the field stands. */
  byte[] field() {
    return field;
  }

  /** Where the field begins. */
  int start() {
    return start;
  }

  /** Where the field ends, exclusive. */
  int end() {
    return end;
  }

  /** Whether the field is nothing but ASCII. */
  boolean isAscii() {
    return plain ? (common & AsciiBytes.HIGH_BITS) == 0 : AsciiBytes.are(field, start, end);
  }

  /** Characters that are not in the field, if it stands in the record as it is. */
  AsciiSet lacks() {
    if (!plain) {
      return NO_QUOTE;
    }
    return (quotes & AsciiBytes.HIGH_BITS) == 0 ? delimiter.special() : AsciiSet.NONE;
  }

  /** The text if it is one line of ASCII without quotes, else null. */
  private static String simple(byte[] bytes) {
    // What is not ASCII becomes a replacement character.
    String text = new String(bytes, StandardCharsets.US_ASCII);
    boolean special =
        text.indexOf('\uFFFD') >= 0
            || text.indexOf(QUOTE) >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    return special ? null : text;
  }

  private void beginPlain() {
    field = text;
    start = at;
    plain = true;
    common = 0;
    quotes = 0;
  }

  private void scanSimple() {
    beginPlain();
    int stop = simple.indexOf(separator, at);
    ended = stop < 0;
    end = ended ? text.length : stop;
    at = end + 1;
  }

  private void scanPlain() {
    beginPlain();
    int stop = stopFrom(start);
    while (stop < text.length && !isLineEnd(text[stop])) {
      if (delimiter.isAt(text, stop, text.length)) {
        end = stop;
        at = stop + delimiter.length();
        return;
      }
      // Only the first byte of a longer delimiter.
      common |= text[stop];
      stop = stopFrom(stop + 1);
    }
    at = stop;
    end = stop;
    ended = true;
  }

  /**
   * Index of the next line end or first byte of the delimiter, or the end of the text; looks at
   * what stands before it.
   */
  private int stopFrom(int from) {
    byte[] bytes = text;
    long delimiters = delimiter.eightFirsts();
    long seen = 0;
    long quoted = 0;
    int i = from;
    long stops = 0;
    for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
      long word = AsciiBytes.word(bytes, i);
      stops =
          (AsciiBytes.marks(word, delimiters)
                  | AsciiBytes.marks(word, LINES)
                  | AsciiBytes.marks(word, RETURNS))
              & AsciiBytes.HIGH_BITS;
      if (stops != 0) {
        break;
      }
      seen |= word;
      quoted |= AsciiBytes.marks(word, QUOTES);
    }
    // Byte for byte up to the stop, or to the end of the text.
    int last = stops == 0 ? bytes.length : i + (Long.numberOfTrailingZeros(stops) >>> 3);
    for (; i < last; i++) {
      byte b = bytes[i];
      if (stops == 0 && (isLineEnd(b) || b == (byte) delimiters)) {
        break;
      }
      seen |= b;
      quoted |= b == QUOTE ? AsciiBytes.HIGH_BITS : 0;
    }
    common |= seen;
    quotes |= quoted;
    return i;
  }

  private void scanQuoted() {
    plain = false;
    int from = ++at;
    while (at < text.length && text[at] != QUOTE) {
      at++;
    }
    if (at + 1 < text.length && text[at + 1] == QUOTE) {
      unescape(from);
    } else {
      field = text;
      start = from;
      end = at;
    }
    if (at >= text.length) {
      throw new DecodeException("A quoted field has no closing quote");
    }
    at++;
    skipAfterQuote();
  }

  /** Copies a field with doubled quotes; stops at its closing quote. */
  private void unescape(int from) {
    int length = 0;
    int i = from;
    while (i < text.length) {
      if (text[i] == QUOTE) {
        if (i + 1 >= text.length || text[i + 1] != QUOTE) {
          break;
        }
        i++;
      }
      if (length == scratch.length) {
        byte[] larger = new byte[2 * length];
        System.arraycopy(scratch, 0, larger, 0, length);
        scratch = larger;
      }
      scratch[length++] = text[i++];
    }
    at = i;
    field = scratch;
    start = 0;
    end = length;
  }

  private void skipAfterQuote() {
    while (at < text.length) {
      if (delimiter.isAt(text, at, text.length)) {
        at += delimiter.length();
        return;
      }
      if (isLineEnd(text[at])) {
        break;
      }
      if (text[at] != ' ' && text[at] != '\t') {
        throw new DecodeException("A quoted field is followed by other text than a delimiter");
      }
      at++;
    }
    ended = true;
  }

  private static boolean isLineEnd(byte c) {
    return c == '\n' || c == '\r';
  }
}
