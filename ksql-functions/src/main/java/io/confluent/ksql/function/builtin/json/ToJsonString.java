package io.confluent.ksql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SQL function {@code TO_JSON_STRING}. */
@UdfDescription(
    name = "TO_JSON_STRING",
    category = FunctionCategory.JSON,
    description =
        "Any value as JSON: names of structs and maps in order, times as text, bytes in Base64.")
@UdfExample(sql = "TO_JSON_STRING(ARRAY[1, 2])", result = "'[1,2]'")
@UdfExample(sql = "TO_JSON_STRING(CAST(NULL AS INT))", result = "'null'")
public final class ToJsonString {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final long MILLIS_PER_DAY = 86_400_000;

  @Udf
  public <T> String toJson(T value) {
    return Json.write(node(value));
  }

  private static JsonNode node(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value == null) {
      return nodes.nullNode();
    }
    if (value instanceof Boolean flag) {
      return nodes.booleanNode(flag);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof java.util.Date time) {
      return nodes.textNode(text(time));
    }
    if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return nodes.binaryNode(copy);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = nodes.arrayNode();
      list.forEach(item -> array.add(node(item)));
      return array;
    }
    return value instanceof Map || value instanceof StructValue
        ? object(value)
        : nodes.textNode(value.toString());
  }

  private static JsonNode number(Number number) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (number instanceof Integer whole) {
      return nodes.numberNode(whole);
    }
    if (number instanceof Long whole) {
      return nodes.numberNode(whole);
    }
    return number instanceof BigDecimal decimal
        ? nodes.rawValueNode(new RawValue(decimal.toPlainString()))
        : nodes.numberNode(number.doubleValue());
  }

  private static JsonNode object(Object value) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    if (value instanceof StructValue struct) {
      struct.type().fields().forEach(f -> sorted.put(f.name(), node(struct.value(f.index()))));
    } else {
      ((Map<?, ?>) value).forEach((key, item) -> sorted.put(String.valueOf(key), node(item)));
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.setAll(sorted);
    return object;
  }

  private static String text(java.util.Date time) {
    long millis = time.getTime();
    if (time instanceof Time) {
      return LocalTime.ofSecondOfDay(Math.floorMod(millis, MILLIS_PER_DAY) / 1000).toString();
    }
    return time instanceof Date
        ? LocalDate.ofEpochDay(Math.floorDiv(millis, MILLIS_PER_DAY)).toString()
        : TIMESTAMP.format(Instant.ofEpochMilli(millis));
  }
}
