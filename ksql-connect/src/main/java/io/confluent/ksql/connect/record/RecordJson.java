package io.confluent.ksql.connect.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.errors.DataException;

/** Writes values of Kafka Connect as JSON that other programs read, times as ISO 8601. */
public final class RecordJson {
  /** Numbers keep their digits, and what stands behind a value makes it no JSON. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Set<String> timeFields;

  /**
   * A writer.
   *
   * @param timeFields members of the outermost object that hold milliseconds and mean a time
   */
  public RecordJson(Set<String> timeFields) {
    this.timeFields = Set.copyOf(timeFields);
  }

  /**
   * A value as JSON. Text and bytes that hold JSON are taken as that JSON; other text is a JSON
   * string.
   */
  public String of(Schema schema, Object value) {
    Optional<JsonNode> parsed = parse(value);
    StringWriter text = new StringWriter();
    try (JsonGenerator out = MAPPER.getFactory().createGenerator(text)) {
      if (parsed.isPresent()) {
        outermost(out, MAPPER.convertValue(parsed.get(), Object.class));
      } else if (value instanceof byte[] bytes) {
        out.writeString(new String(bytes, StandardCharsets.UTF_8));
      } else if (value instanceof Struct || value instanceof Map) {
        outermost(out, value);
      } else {
        value(out, schema, value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** An object as JSON. */
  public String object(Schema schema, Object value) {
    String json = of(schema, value);
    if (!json.startsWith("{")) {
      throw new DataException(
          "A document is an object with members, and this value is not: "
              + (json.length() > 60 ? json.substring(0, 60) + ".." : json)
              + ". Write the topic with VALUE_FORMAT='JSON', or use the converter of its format.");
    }
    return json;
  }

  private static Optional<JsonNode> parse(Object value) {
    String text =
        value instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.UTF_8)
            : value instanceof String string ? string : "";
    String start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void outermost(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Struct struct) {
      out.writeStartObject();
      for (Field field : struct.schema().fields()) {
        out.writeFieldName(field.name());
        member(out, field.name(), field.schema(), struct.get(field));
      }
      out.writeEndObject();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String name = String.valueOf(entry.getKey());
        out.writeFieldName(name);
        member(out, name, null, entry.getValue());
      }
      out.writeEndObject();
    } else {
      value(out, null, value);
    }
  }

  private void member(JsonGenerator out, String name, Schema schema, Object value)
      throws IOException {
    if (value instanceof Number millis && timeFields.contains(name)) {
      out.writeString(Instant.ofEpochMilli(millis.longValue()).toString());
    } else {
      value(out, schema, value);
    }
  }

  private static void value(JsonGenerator out, Schema schema, Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Struct struct) {
      out.writeStartObject();
      for (Field field : struct.schema().fields()) {
        out.writeFieldName(field.name());
        value(out, field.schema(), struct.get(field));
      }
      out.writeEndObject();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        value(out, schema == null ? null : schema.valueSchema(), entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        value(out, schema == null ? null : schema.valueSchema(), element);
      }
      out.writeEndArray();
    } else {
      scalar(out, schema, value);
    }
  }

  private static void scalar(JsonGenerator out, Schema schema, Object value) throws IOException {
    if (value instanceof Date date) {
      out.writeString(time(schema, date.toInstant()));
    } else if (value instanceof BigDecimal decimal) {
      out.writeNumber(decimal);
    } else if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      out.writeBinary(bytes);
    } else if (value instanceof Double number && !Double.isFinite(number)
        || value instanceof Float single && !Float.isFinite(single)) {
      // JSON has no such number.
      out.writeNull();
    } else {
      MAPPER.writeValue(out, value);
    }
  }

  private static String time(Schema schema, Instant instant) {
    String name = schema == null ? "" : String.valueOf(schema.name());
    return switch (name) {
      case org.apache.kafka.connect.data.Date.LOGICAL_NAME ->
          LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
      case Time.LOGICAL_NAME -> LocalTime.ofInstant(instant, ZoneOffset.UTC).toString();
      default -> instant.toString();
    };
  }
}
