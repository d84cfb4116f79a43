package io.confluent.ksql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.math.BigDecimal;

/** The SQL function {@code JSON_ARRAY_CONTAINS}. */
@UdfDescription(
    name = "JSON_ARRAY_CONTAINS",
    category = FunctionCategory.JSON,
    description = "Whether a JSON array holds a value; false if the text is no JSON array.")
@UdfExample(sql = "JSON_ARRAY_CONTAINS('[1, \"a\"]', 'a')", result = "true")
@UdfExample(sql = "JSON_ARRAY_CONTAINS('[1.5]', 1)", result = "false")
public final class JsonArrayContains {
  @Udf
  public <T> boolean contains(String json, T value) {
    if (json == null) {
      return false;
    }
    JsonNode array;
    try {
      array = Json.read(json);
    } catch (KsqlFunctionException e) {
      return false;
    }
    for (JsonNode item : array.isArray() ? array : Json.read("[]")) {
      if (matches(item, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(JsonNode item, Object value) {
    if (value == null) {
      return item.isNull();
    }
    if (value instanceof Integer || value instanceof Long) {
      return item.isIntegralNumber()
          && item.canConvertToLong()
          && item.longValue() == ((Number) value).longValue();
    }
    if (value instanceof Double number) {
      return item.isFloatingPointNumber() && item.doubleValue() == number;
    }
    if (value instanceof BigDecimal number) {
      return item.isNumber() && item.decimalValue().compareTo(number) == 0;
    }
    if (value instanceof Boolean flag) {
      return item.isBoolean() && item.booleanValue() == flag;
    }
    return value instanceof String && item.isTextual() && item.textValue().equals(value);
  }
}
