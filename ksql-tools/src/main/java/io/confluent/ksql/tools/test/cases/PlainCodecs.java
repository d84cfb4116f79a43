package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Codecs of the formats without a schema registry. */
final class PlainCodecs {
  private PlainCodecs() {}

  /** Bytes are what the text says. */
  static final class Text implements ValueCodec {
    @Override
    public byte[] encode(JsonNode json) {
      return json.isNull() ? null : json.asText().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object decode(byte[] bytes) {
      return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Nothing but null. */
  static final class None implements ValueCodec {
    @Override
    public byte[] encode(JsonNode json) {
      if (json.isNull()) {
        return null;
      }
      throw new CaseFailure("The format NONE holds nothing, not " + json);
    }

    @Override
    public Object decode(byte[] bytes) {
      return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
  }

  /** Bytes are JSON. */
  static final class Json implements ValueCodec {
    private final ObjectReader reader;

    /**
     * A codec.
     *
     * @param numbers how numbers with a point are compared
     */
    Json(Numbers numbers) {
      ObjectReader any = CaseFile.JSON.readerFor(Object.class);
      reader =
          numbers == Numbers.EXACT
              ? any.with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              : any.without(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** How numbers with a point are compared. */
    enum Numbers {
      /** As decimals. */
      EXACT,
      /** As doubles. */
      DOUBLES
    }

    @Override
    public byte[] encode(JsonNode json) {
      try {
        return json.isNull() ? null : CaseFile.JSON.writeValueAsBytes(json);
      } catch (JsonProcessingException e) {
        throw new CaseFailure("Not to be written as JSON: " + json, e);
      }
    }

    @Override
    public Object decode(byte[] bytes) {
      try {
        return bytes == null ? null : reader.readValue(bytes);
      } catch (IOException e) {
        throw new CaseFailure("No JSON: " + new String(bytes, StandardCharsets.UTF_8), e);
      }
    }
  }

  /** Bytes as Kafka's own serializers have them, for one column of a type. */
  static final class Kafka implements ValueCodec {
    private final SqlBaseType type;

    Kafka(SqlBaseType type) {
      this.type = type;
    }

    @Override
    public byte[] encode(JsonNode json) {
      if (json.isNull()) {
        return null;
      }
      return switch (type) {
        case INTEGER -> ByteBuffer.allocate(Integer.BYTES).putInt(number(json).intValue()).array();
        case BIGINT -> ByteBuffer.allocate(Long.BYTES).putLong(number(json).longValue()).array();
        case DOUBLE ->
            ByteBuffer.allocate(Double.BYTES).putDouble(number(json).doubleValue()).array();
        default -> json.asText().getBytes(StandardCharsets.UTF_8);
      };
    }

    private static BigDecimal number(JsonNode json) {
      if (!json.isNumber()) {
        throw new CaseFailure("A number is needed, not " + json);
      }
      return json.decimalValue();
    }

    @Override
    public Object decode(byte[] bytes) {
      if (bytes == null) {
        return null;
      }
      return switch (type) {
        case INTEGER -> sized(bytes, Integer.BYTES).getInt();
        case BIGINT -> sized(bytes, Long.BYTES).getLong();
        case DOUBLE -> BigDecimal.valueOf(sized(bytes, Double.BYTES).getDouble());
        default -> new String(bytes, StandardCharsets.UTF_8);
      };
    }

    private static ByteBuffer sized(byte[] bytes, int size) {
      if (bytes.length != size) {
        throw new CaseFailure("%d bytes, and there should be %d.".formatted(bytes.length, size));
      }
      return ByteBuffer.wrap(bytes);
    }
  }
}
