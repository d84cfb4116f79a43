package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.serde.protobuf.schema.FieldMeta;
import java.util.List;
import java.util.Set;

/** What fields of Protobuf mean in SQL. */
final class ProtoShape {
  /** The name of the field of a bare value. */
  static final String BARE_FIELD = "value";

  private static final String WRAPPERS = "google/protobuf/wrappers.proto";
  private static final Set<String> ENTRY_FIELDS = Set.of("key", BARE_FIELD);
  private static final int DEFAULT_PRECISION = 64;

  private ProtoShape() {}

  /** The kind of SQL type of a field's single value, repeated or not. */
  static SqlBaseType kind(FieldDescriptor field) {
    return switch (field.getType()) {
      case BOOL -> SqlBaseType.BOOLEAN;
      case INT32, SINT32, SFIXED32 -> SqlBaseType.INTEGER;
      // Without a sign they are wider than an INTEGER.
      case UINT32, FIXED32, INT64, SINT64, SFIXED64, UINT64, FIXED64 -> SqlBaseType.BIGINT;
      case FLOAT, DOUBLE -> SqlBaseType.DOUBLE;
      case STRING, ENUM -> SqlBaseType.STRING;
      case BYTES -> SqlBaseType.BYTES;
      case MESSAGE, GROUP -> kind(field.getMessageType());
    };
  }

  private static SqlBaseType kind(Descriptor message) {
    return switch (message.getFullName()) {
      case "confluent.type.Decimal" -> SqlBaseType.DECIMAL;
      case "google.type.Date" -> SqlBaseType.DATE;
      case "google.type.TimeOfDay" -> SqlBaseType.TIME;
      case "google.protobuf.Timestamp" -> SqlBaseType.TIMESTAMP;
      default ->
          isWrapper(message) ? kind(message.findFieldByName(BARE_FIELD)) : SqlBaseType.STRUCT;
    };
  }

  /** Whether a message is only there because a bare value could not be null. */
  static boolean isWrapper(Descriptor message) {
    return message.getFile().getName().equals(WRAPPERS);
  }

  /** Whether a repeated field holds the entries of a map. */
  static boolean isMap(FieldDescriptor field) {
    if (field.isMapField()) {
      return true;
    }
    return field.isRepeated()
        && field.getType() == FieldDescriptor.Type.MESSAGE
        && isEntry(field.getMessageType());
  }

  private static boolean isEntry(Descriptor message) {
    return message.getContainingType() != null
        && message.getName().endsWith(SchemaTextBuilder.MAP_ENTRY)
        && message.getFields().size() == ENTRY_FIELDS.size()
        && message.getFields().stream().allMatch(each -> ENTRY_FIELDS.contains(each.getName()));
  }

  /** Digits of a decimal in all, as the field's parameters say. */
  static int precision(FieldDescriptor field) {
    return parameter(field, "precision", DEFAULT_PRECISION);
  }

  /** Digits of a decimal after the point, as the field's parameters say. */
  static int scale(FieldDescriptor field) {
    return parameter(field, "scale", 0);
  }

  private static int parameter(FieldDescriptor field, String name, int otherwise) {
    return FieldMeta.parameter(field, name)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }

  /** The choices between fields that a schema names, without those that stand for presence. */
  static List<OneofDescriptor> choices(Descriptor message) {
    return message.getRealOneofs();
  }

  /** The name of the struct of a choice between fields. */
  static String choiceName(OneofDescriptor choice) {
    return choice.getName() + "_" + choice.getIndex();
  }
}
