package io.confluent.ksql.function.builtin.bytes;

import io.confluent.ksql.function.KsqlFunctionException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes as text, in the encodings that SQL names. */
enum Encodings {
  /** Two digits a byte; read in any case, also as {@code 0x..} or {@code X'..'}. */
  HEX {
    @Override
    byte[] decode(String text) {
      String digits = text;
      if (text.startsWith("0x")) {
        digits = (text.length() % 2 == 0 ? "" : "0") + text.substring(2);
      } else if (text.startsWith("X'") || text.startsWith("x'")) {
        if (text.length() < QUOTED_LENGTH || !text.endsWith("'")) {
          throw new KsqlFunctionException("'" + text + "' is not hexadecimal.");
        }
        digits = text.substring(2, text.length() - 1);
      }
      try {
        return HexFormat.of().parseHex(digits);
      } catch (IllegalArgumentException e) {
        throw new KsqlFunctionException("'" + text + "' is not hexadecimal.", e);
      }
    }

    @Override
    String encode(byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
  },

  /** UTF-8. */
  UTF8 {
    @Override
    byte[] decode(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    String encode(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  },

  /** One byte a character; other characters become question marks. */
  ASCII {
    @Override
    byte[] decode(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    String encode(byte[] bytes) {
      return new String(bytes, StandardCharsets.US_ASCII);
    }
  },

  /** Base 64 with padding. */
  BASE64 {
    @Override
    byte[] decode(String text) {
      try {
        return Base64.getDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        throw new KsqlFunctionException("'" + text + "' is not Base64.", e);
      }
    }

    @Override
    String encode(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  };

  private static final int QUOTED_LENGTH = 3;

  /** The bytes that a text stands for. */
  abstract byte[] decode(String text);

  /** The text that stands for bytes. */
  abstract String encode(byte[] bytes);

  /** The encoding of a name, in any case. */
  static Encodings of(String name) {
    for (Encodings encoding : values()) {
      if (encoding.name().equalsIgnoreCase(name)) {
        return encoding;
      }
    }
    throw new KsqlFunctionException(
        "There is no encoding '" + name + "'; there are hex, utf8, ascii and base64.");
  }
}
