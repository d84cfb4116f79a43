package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.StringJoiner;

/** Any JSON value as the text that a STRING column gets. */
final class JsonText {
  private static final ObjectReader TREES =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private JsonText() {}

  /** The text of the value at the current token. */
  static String read(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_FLOAT -> json.getDecimalValue().toString();
      case VALUE_NUMBER_INT -> json.getBigIntegerValue().toString();
      case START_OBJECT -> TREES.<JsonNode>readValue(json).toString();
      case START_ARRAY -> {
        StringJoiner items = new StringJoiner(", ", "[", "]");
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(read(json));
        }
        yield items.toString();
      }
      default -> json.getText();
    };
  }
}
