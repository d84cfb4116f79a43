package io.confluent.ksql.serde.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Formats that need no schema. */
enum PlainCandidate implements Candidate {
  JSON {
    @Override
    public Optional<String> text(byte[] bytes) {
      return json(bytes, 0);
    }
  },
  KAFKA_INT {
    @Override
    public Optional<String> text(byte[] bytes) {
      return bytes.length == Integer.BYTES
          ? Optional.of(Integer.toString(ByteBuffer.wrap(bytes).getInt()))
          : Optional.empty();
    }
  },
  KAFKA_BIGINT {
    @Override
    public Optional<String> text(byte[] bytes) {
      return bytes.length == Long.BYTES
          ? Optional.of(Long.toString(ByteBuffer.wrap(bytes).getLong()))
          : Optional.empty();
    }
  },
  KAFKA_DOUBLE {
    @Override
    public Optional<String> text(byte[] bytes) {
      return bytes.length == Double.BYTES
          ? Optional.of(Double.toString(ByteBuffer.wrap(bytes).getDouble()))
          : Optional.empty();
    }
  },
  KAFKA_STRING {
    @Override
    public Optional<String> text(byte[] bytes) {
      try {
        return Optional.of(
            onOneLine(
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
      } catch (CharacterCodingException e) {
        return Optional.empty();
      }
    }
  },
  /** Any bytes at all. */
  UNRECOGNISED_BYTES {
    @Override
    public Optional<String> text(byte[] bytes) {
      return Optional.of("0x" + HexFormat.of().formatHex(bytes));
    }
  };

  private static final ObjectReader TREES =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .reader();

  /** The JSON from that place to the end on one line; empty if there is something else. */
  static Optional<String> json(byte[] bytes, int start) {
    try {
      var tree = TREES.readTree(bytes, start, bytes.length - start);
      return tree.isMissingNode() ? Optional.empty() : Optional.of(tree.toString());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      // Bytes that are in no Unicode encoding.
      return Optional.empty();
    }
  }

  /** Control characters escaped: a record is one line, and must not steer the terminal. */
  static String onOneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\t') {
        line.append("\\u%04x".formatted((int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }
}
