package io.confluent.ksql.serde.delimited;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.row.AsciiBytes;
import io.confluent.ksql.row.AsciiSet;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The character that separates values, as its UTF-8 bytes. */
final class Delimiter {
  private final byte first;
  private final long eightFirsts;
  private final AsciiSet special;
  private final byte[] rest;
  private final byte[] bytes;

  private Delimiter(String character) {
    bytes = character.getBytes(StandardCharsets.UTF_8);
    first = bytes[0];
    eightFirsts = AsciiBytes.eightOf(first);
    special = AsciiSet.of(character + "\"\r\n");
    rest = new byte[bytes.length - 1];
    System.arraycopy(bytes, 1, rest, 0, rest.length);
  }

  /** The delimiter of an option's text: one character, or a word. */
  static Delimiter of(String text) {
    if (text.isBlank()) {
      throw invalid("A delimiter cannot be blank.", "Write the word SPACE or TAB for these two.");
    }
    String character =
        switch (text.toUpperCase(Locale.ROOT)) {
          case "SPACE" -> " ";
          case "TAB" -> "\t";
          default -> text;
        };
    if (character.codePointCount(0, character.length()) != 1) {
      throw invalid(
          "The delimiter '" + text + "' is more than one character.",
          "Use a single character such as ';', or the word SPACE or TAB.");
    }
    if (character.equals("\"")) {
      throw invalid("The quote character cannot be the delimiter.", "Use another character.");
    }
    return new Delimiter(character);
  }

  private static DiagnosticException invalid(String message, String hint) {
    return Diagnostic.error(ErrorCode.INVALID_PROPERTY, "%s", message).hint(hint).toException();
  }

  byte[] bytes() {
    return bytes;
  }

  /** The first byte as {@link AsciiBytes#skip} wants it. */
  long eightFirsts() {
    return eightFirsts;
  }

  /**
   * Characters of ASCII that a text between delimiters has only in quotes. If the delimiter itself
   * is not of ASCII, no text of ASCII has it.
   */
  AsciiSet special() {
    return special;
  }

  int length() {
    return bytes.length;
  }

  /** Whether it stands at that place of the first {@code end} bytes of a text. */
  boolean isAt(byte[] text, int at, int end) {
    if (text[at] != first) {
      return false;
    }
    if (at + rest.length >= end) {
      return false;
    }
    for (int i = 0; i < rest.length; i++) {
      if (text[at + 1 + i] != rest[i]) {
        return false;
      }
    }
    return true;
  }
}
