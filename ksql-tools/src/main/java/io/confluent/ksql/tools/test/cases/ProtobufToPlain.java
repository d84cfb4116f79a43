package io.confluent.ksql.tools.test.cases;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages to plain values that can be compared. */
final class ProtobufToPlain {
  private static final long MS = 1000;
  private static final int NANOS_PER_MS = 1_000_000;

  private ProtobufToPlain() {}

  static boolean isWrapper(Descriptor type) {
    return type.getFile().getName().equals("google/protobuf/wrappers.proto");
  }

  /** The value that a message is. */
  static Object root(Message message) {
    Descriptor type = message.getDescriptorForType();
    if (isWrapper(type)) {
      return field(type.getFields().get(0), message);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (OneofDescriptor choice : type.getRealOneofs()) {
      fields.put(choice.getName() + "_" + choice.getIndex(), choice(choice, message));
    }
    for (FieldDescriptor field : type.getFields()) {
      if (field.getRealContainingOneof() == null) {
        fields.put(field.getName(), field(field, message));
      }
    }
    return fields;
  }

  private static Object choice(OneofDescriptor choice, Message message) {
    if (!message.hasOneof(choice)) {
      return null;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    choice.getFields().forEach(field -> members.put(field.getName(), field(field, message)));
    return members;
  }

  /** The value of one field. */
  static Object field(FieldDescriptor field, Message message) {
    if (!field.isRepeated()) {
      return field.hasPresence() && !message.hasField(field)
          ? null
          : value(field, message.getField(field));
    }
    List<?> values = (List<?>) message.getField(field);
    if (isMap(field)) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (Object each : values) {
        Message entry = (Message) each;
        Descriptor type = field.getMessageType();
        map.put(
            String.valueOf(field(type.findFieldByName("key"), entry)),
            field(type.findFieldByName("value"), entry));
      }
      return map;
    }
    List<Object> list = new ArrayList<>();
    values.forEach(each -> list.add(value(field, each)));
    return list;
  }

  private static boolean isMap(FieldDescriptor field) {
    return field.getType() == FieldDescriptor.Type.MESSAGE
        && field.getMessageType().getName().endsWith("Entry")
        && field.getMessageType().findFieldByName("key") != null
        && field.getMessageType().findFieldByName("value") != null;
  }

  private static Object value(FieldDescriptor field, Object value) {
    return switch (field.getType()) {
      case UINT32, FIXED32 -> Integer.toUnsignedLong((Integer) value);
      // No bytes at all stand for null in a case file.
      case BYTES ->
          ((ByteString) value).isEmpty() ? null : ((ByteString) value).asReadOnlyByteBuffer();
      case ENUM -> value.toString();
      case MESSAGE, GROUP -> nested((Message) value);
      default -> value;
    };
  }

  private static Object nested(Message message) {
    return switch (message.getDescriptorForType().getFullName()) {
      case "confluent.type.Decimal" ->
          new BigDecimal(
              new BigInteger(((ByteString) part(message, 1)).toByteArray()),
              (Integer) part(message, 3));
      case "google.type.Date" ->
          (int)
              LocalDate.of(number(message, 1), number(message, 2), number(message, 3)).toEpochDay();
      case "google.type.TimeOfDay" ->
          LocalTime.of(number(message, 1), number(message, 2), number(message, 3)).toSecondOfDay()
                  * (int) MS
              + number(message, 4) / NANOS_PER_MS;
      case "google.protobuf.Timestamp" ->
          (Long) part(message, 1) * MS + number(message, 2) / NANOS_PER_MS;
      default -> root(message);
    };
  }

  private static Object part(Message message, int number) {
    return message.getField(message.getDescriptorForType().findFieldByNumber(number));
  }

  private static int number(Message message, int number) {
    return (Integer) part(message, number);
  }
}
