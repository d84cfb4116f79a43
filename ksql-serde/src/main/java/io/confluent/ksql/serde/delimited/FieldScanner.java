package io.confluent.ksql.serde.delimited;

import io.confluent.ksql.serde.DecodeException;

/**
 * Finds the fields of the first record in a text. A field is a range of bytes, so that a number can
 * be read where it stands. Reused from record to record.
 */
final class FieldScanner {
  private static final byte QUOTE = '"';

  private final Delimiter delimiter;
  private byte[] scratch = new byte[64];
  private byte[] text;
  private int at;
  private boolean ended;

  private byte[] field;
  private int start;
  private int end;

  FieldScanner(Delimiter delimiter) {
    this.delimiter = delimiter;
  }

  /** Stands before the first field; lines without a character are skipped. */
  void open(byte[] bytes) {
    text = bytes;
    at = 0;
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
    if (at < text.length && text[at] == QUOTE) {
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

  private void scanPlain() {
    byte[] bytes = text;
    byte first = delimiter.first();
    int i = at;
    field = bytes;
    start = i;
    for (; i < bytes.length; i++) {
      byte c = bytes[i];
      if (c == first && delimiter.isAt(bytes, i, bytes.length)) {
        end = i;
        at = i + delimiter.length();
        return;
      }
      if (isLineEnd(c)) {
        break;
      }
    }
    at = i;
    end = i;
    ended = true;
  }

  private void scanQuoted() {
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
