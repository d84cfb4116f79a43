package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a value of a row so that its number can be shown as it was sent: decimals keep their scale,
 * and what has an exponent is a double.
 */
final class CellDeserializer extends JsonDeserializer<Object> {
  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return cell(parser);
  }

  private static Object cell(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> fraction(parser);
      case START_ARRAY -> list(parser);
      case START_OBJECT -> map(parser);
      default -> throw new JsonParseException(parser, "A value was expected, not " + token);
    };
  }

  private static Object fraction(JsonParser parser) throws IOException {
    String text = parser.getText();
    boolean exponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    return exponent ? (Object) parser.getDoubleValue() : parser.getDecimalValue();
  }

  static List<Object> list(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(cell(parser));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<String, Object> map(JsonParser parser) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      map.put(name, cell(parser));
    }
    return Collections.unmodifiableMap(map);
  }
}
