package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.Values;
import io.confluent.ksql.value.StructValue;

/** Writes one value of one SQL type as the value of a field, after its tag. Never null. */
@FunctionalInterface
interface ValueWriter {
  void write(Object value, ProtoOutput out);

  /**
   * The writer of a type with a field, which may be of another type than one made for it.
   *
   * @throws EncodeException if the field cannot hold such values
   */
  static ValueWriter of(SqlType type, FieldDescriptor field) {
    boolean message = field.getType() == FieldDescriptor.Type.MESSAGE;
    if (message && type instanceof SqlStruct struct) {
      MessageWriter writer = MessageWriter.of(struct, field.getMessageType());
      return nested((value, out) -> writer.write(((StructValue) value)::value, out));
    }
    if (message && ProtoShape.isWrapper(field.getMessageType())) {
      MessageWriter writer = MessageWriter.ofBare(type, field.getMessageType());
      return nested((value, out) -> writer.write(position -> value, out));
    }
    SqlBaseType kind = ProtoShape.kind(field);
    boolean wider = kind == SqlBaseType.BIGINT && type.baseType() == SqlBaseType.INTEGER;
    if (kind != type.baseType() && !wider) {
      throw mismatch(type, kind.name());
    }
    return switch (kind) {
      case BOOLEAN -> (value, out) -> out.writeVarint((Boolean) value ? 1 : 0);
      case INTEGER, BIGINT -> ofWhole(field);
      case DOUBLE -> ofDouble(field);
      case STRING -> ofText(field);
      case BYTES -> (value, out) -> out.writeSized(Values.bytes(value));
      case DECIMAL -> nested(WellKnownMessages::writeDecimal);
      case TIME -> nested(WellKnownMessages::writeTime);
      case DATE -> nested(WellKnownMessages::writeDate);
      case TIMESTAMP -> nested(WellKnownMessages::writeTimestamp);
      case ARRAY, MAP, STRUCT -> throw mismatch(type, kind.name());
    };
  }

  private static ValueWriter ofWhole(FieldDescriptor field) {
    return switch (field.getType()) {
      case SINT32, SINT64 ->
          (value, out) -> {
            long number = ((Number) value).longValue();
            out.writeVarint(number << 1 ^ number >> (Long.SIZE - 1));
          };
      case UINT32 -> (value, out) -> out.writeVarint(unsigned(value, field));
      case FIXED32 -> (value, out) -> out.writeLittleEndian(unsigned(value, field), Integer.BYTES);
      case SFIXED32 ->
          (value, out) -> out.writeLittleEndian(((Number) value).longValue(), Integer.BYTES);
      case FIXED64, SFIXED64 ->
          (value, out) -> out.writeLittleEndian(((Number) value).longValue(), Long.BYTES);
      default -> (value, out) -> out.writeVarint(((Number) value).longValue());
    };
  }

  private static long unsigned(Object value, FieldDescriptor field) {
    long number = ((Number) value).longValue();
    if (number != Integer.toUnsignedLong((int) number)) {
      throw new EncodeException(
          number + " is no number of 32 bits without a sign, as " + field.getName() + " has to be");
    }
    return number;
  }

  private static ValueWriter ofDouble(FieldDescriptor field) {
    return field.getType() == FieldDescriptor.Type.FLOAT
        ? (value, out) ->
            out.writeLittleEndian(
                Float.floatToRawIntBits(((Double) value).floatValue()), Float.BYTES)
        : (value, out) ->
            out.writeLittleEndian(Double.doubleToRawLongBits((Double) value), Double.BYTES);
  }

  private static ValueWriter ofText(FieldDescriptor field) {
    if (field.getType() != FieldDescriptor.Type.ENUM) {
      return (value, out) -> out.writeString((String) value);
    }
    return (value, out) -> {
      EnumValueDescriptor found = field.getEnumType().findValueByName((String) value);
      if (found == null) {
        throw new EncodeException(
            "The enum " + field.getEnumType().getName() + " has no value " + value);
      }
      out.writeVarint(found.getNumber());
    };
  }

  /** A message inside another: its length, then its bytes. */
  static ValueWriter nested(ValueWriter message) {
    return (value, out) -> {
      int start = out.position();
      message.write(value, out);
      out.writeLengthAt(start);
    };
  }

  /** The error of a type that a field cannot hold. */
  static EncodeException mismatch(SqlType type, String kind) {
    return new EncodeException("A value of type " + type + " cannot be written as " + kind);
  }
}
