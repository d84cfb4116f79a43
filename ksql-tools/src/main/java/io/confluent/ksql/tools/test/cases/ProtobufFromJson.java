package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.confluent.ksql.serde.protobuf.schema.FieldMeta;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.Map;

/** Values of a case file to messages. Fields are found in any case. */
final class ProtobufFromJson {
  private static final long MS = 1000;
  private static final int NANOS_PER_MS = 1_000_000;

  private ProtobufFromJson() {}

  /** The message of a key or value. */
  static Message root(Descriptor type, JsonNode json) {
    return ProtobufToPlain.isWrapper(type) && !json.isObject()
        ? of(type.getFields().get(0), json)
        : message(type, json);
  }

  /** A message in which one field is a value. */
  static Message of(FieldDescriptor field, JsonNode json) {
    DynamicMessage.Builder built = DynamicMessage.newBuilder(field.getContainingType());
    set(built, field, json);
    return built.build();
  }

  private static Message message(Descriptor type, JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException(json + " is no " + type.getFullName());
    }
    DynamicMessage.Builder built = DynamicMessage.newBuilder(type);
    for (FieldDescriptor field : type.getFields()) {
      set(built, field, member(json, field.getName()));
    }
    for (OneofDescriptor choice : type.getRealOneofs()) {
      JsonNode chosen = member(json, choice.getName() + "_" + choice.getIndex());
      for (FieldDescriptor field : choice.getFields()) {
        set(built, field, member(chosen, field.getName()));
      }
    }
    return built.build();
  }

  private static JsonNode member(JsonNode json, String name) {
    if (json.has(name)) {
      return json.get(name);
    }
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (member.getKey().equalsIgnoreCase(name)) {
        return member.getValue();
      }
    }
    return json.path(name);
  }

  private static void set(DynamicMessage.Builder built, FieldDescriptor field, JsonNode json) {
    if (json.isNull() || json.isMissingNode()) {
      return;
    }
    if (!field.isRepeated()) {
      built.setField(field, value(field, json));
    } else if (json.isObject()) {
      for (Map.Entry<String, JsonNode> entry : json.properties()) {
        DynamicMessage.Builder both = DynamicMessage.newBuilder(field.getMessageType());
        JsonNode key = CaseFile.JSON.getNodeFactory().textNode(entry.getKey());
        set(both, field.getMessageType().findFieldByName("key"), key);
        set(both, field.getMessageType().findFieldByName("value"), entry.getValue());
        built.addRepeatedField(field, both.build());
      }
    } else {
      json.forEach(each -> built.addRepeatedField(field, value(field, each)));
    }
  }

  private static Object value(FieldDescriptor field, JsonNode json) {
    String text = json.asText();
    return switch (field.getType()) {
      case BOOL -> Boolean.valueOf(text);
      case INT32, SINT32, SFIXED32 -> Integer.valueOf(text);
      case UINT32, FIXED32 -> Integer.parseUnsignedInt(text);
      case INT64, SINT64, SFIXED64 -> Long.valueOf(text);
      case UINT64, FIXED64 -> Long.parseUnsignedLong(text);
      case FLOAT -> Float.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case STRING -> text;
      case BYTES -> ByteString.copyFrom(Base64.getDecoder().decode(text));
      case ENUM -> {
        var found = field.getEnumType().findValueByName(text);
        if (found == null) {
          throw new IllegalArgumentException(text + " is none of " + field.getEnumType().getName());
        }
        yield found;
      }
      case MESSAGE, GROUP -> nested(field, json);
    };
  }

  private static Message nested(FieldDescriptor field, JsonNode json) {
    Descriptor type = field.getMessageType();
    return switch (type.getFullName()) {
      case "confluent.type.Decimal" -> {
        BigDecimal given = json.isNumber() ? json.decimalValue() : new BigDecimal(json.asText());
        BigDecimal number =
            FieldMeta.parameter(field, "scale")
                .map(scale -> given.setScale(Integer.parseInt(scale)))
                .orElse(given);
        yield DynamicMessage.newBuilder(type)
            .setField(
                type.findFieldByNumber(1),
                ByteString.copyFrom(number.unscaledValue().toByteArray()))
            .setField(type.findFieldByNumber(2), number.precision())
            .setField(type.findFieldByNumber(3), number.scale())
            .build();
      }
      case "google.type.Date" -> {
        LocalDate date = LocalDate.ofEpochDay(json.asLong());
        yield numbers(type, date.getYear(), date.getMonthValue(), date.getDayOfMonth());
      }
      case "google.type.TimeOfDay" -> {
        LocalTime time = LocalTime.MIN.with(ChronoField.MILLI_OF_DAY, json.asLong());
        yield numbers(type, time.getHour(), time.getMinute(), time.getSecond(), time.getNano());
      }
      case "google.protobuf.Timestamp" ->
          DynamicMessage.newBuilder(type)
              .setField(type.findFieldByNumber(1), Math.floorDiv(json.asLong(), MS))
              .setField(
                  type.findFieldByNumber(2), (int) Math.floorMod(json.asLong(), MS) * NANOS_PER_MS)
              .build();
      default -> root(type, json);
    };
  }

  private static Message numbers(Descriptor type, int... parts) {
    DynamicMessage.Builder built = DynamicMessage.newBuilder(type);
    for (int i = 0; i < parts.length; i++) {
      built.setField(type.findFieldByNumber(i + 1), parts[i]);
    }
    return built.build();
  }
}
