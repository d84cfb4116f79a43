package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.serde.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a value that was decoded is what a case expects. Fields are found in any case, whole
 * numbers by their value, doubles nearly; decimals must agree in scale.
 */
final class ExpectedValue {
  private static final double DOUBLE_TOLERANCE = 1e-6;

  private ExpectedValue() {}

  static boolean matches(JsonNode expected, Object actual) {
    if (expected.isNull() || expected.isMissingNode()) {
      return actual == null;
    }
    if (expected.isObject()) {
      return actual instanceof Map<?, ?> map && fieldsMatch(expected, map);
    }
    if (expected.isArray()) {
      return actual instanceof List<?> list && elementsMatch(expected, list);
    }
    if (expected.isBoolean()) {
      return actual instanceof Boolean flag && flag == expected.booleanValue();
    }
    return expected.isTextual()
        ? textMatches(expected.textValue(), actual)
        : numberMatches(expected, actual);
  }

  private static boolean fieldsMatch(JsonNode expected, Map<?, ?> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      Object found = actual.get(field.getKey());
      if (found == null) {
        found = actual.get(field.getKey().toUpperCase(Locale.ROOT));
      }
      if (!matches(field.getValue(), found)) {
        return false;
      }
    }
    return true;
  }

  private static boolean elementsMatch(JsonNode expected, List<?> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < actual.size(); i++) {
      if (!matches(expected.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean textMatches(String expected, Object actual) {
    if (actual instanceof BigDecimal decimal) {
      return isDecimal(expected, decimal);
    }
    if (actual instanceof ByteBuffer buffer) {
      return Base64.getEncoder().encodeToString(Values.bytes(buffer)).equals(expected);
    }
    return expected.equals(actual);
  }

  private static boolean isDecimal(String expected, BigDecimal actual) {
    try {
      return new BigDecimal(expected).equals(actual);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean numberMatches(JsonNode expected, Object actual) {
    if (actual instanceof Integer number) {
      return expected.intValue() == number;
    }
    if (actual instanceof Long number) {
      return expected.longValue() == number;
    }
    if (actual instanceof Double number) {
      return Math.abs(expected.doubleValue() - number) < DOUBLE_TOLERANCE;
    }
    if (actual instanceof BigInteger number) {
      return expected.decimalValue().compareTo(new BigDecimal(number)) == 0;
    }
    if (actual instanceof BigDecimal number) {
      return expected.isIntegralNumber()
          ? number.scale() <= 0 && expected.decimalValue().compareTo(number) == 0
          : expected.decimalValue().equals(number);
    }
    return false;
  }
}
