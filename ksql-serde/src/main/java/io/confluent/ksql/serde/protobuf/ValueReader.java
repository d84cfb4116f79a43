package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Reads one value of a field, after its tag, into one SQL type. */
@FunctionalInterface
interface ValueReader {
  Object read(CodedInputStream in) throws IOException;

  /**
   * The reader of a single value of a field, repeated or not.
   *
   * @throws DecodeException if such values cannot be read into the type
   */
  static ValueReader of(FieldDescriptor field, SqlType type) {
    SqlBaseType target = type.baseType();
    boolean message = field.getType() == FieldDescriptor.Type.MESSAGE;
    if (message && target == SqlBaseType.STRUCT) {
      MessageReader reader =
          MessageReader.of(field.getMessageType(), (SqlStruct) type, ColumnMask.ALL);
      return nested(in -> new StructValue((SqlStruct) type, reader.read(in)));
    }
    if (message && ProtoShape.isWrapper(field.getMessageType())) {
      MessageReader reader = MessageReader.ofBare(field.getMessageType(), type);
      return nested(in -> reader.read(in)[0]);
    }
    SqlBaseType kind = ProtoShape.kind(field);
    if (target == SqlBaseType.STRING && kind != SqlBaseType.STRING) {
      return ofText(field, type, kind);
    }
    if (kind != target && !(kind == SqlBaseType.INTEGER && target == SqlBaseType.BIGINT)) {
      throw mismatch(kind.name(), type);
    }
    return switch (target) {
      case BOOLEAN -> CodedInputStream::readBool;
      case INTEGER -> ofInteger(field);
      case BIGINT -> ofBigint(field);
      case DOUBLE ->
          field.getType() == FieldDescriptor.Type.FLOAT
              ? in -> (double) in.readFloat()
              : CodedInputStream::readDouble;
      case STRING -> ofString(field);
      case BYTES -> in -> ByteBuffer.wrap(in.readByteArray());
      case DECIMAL -> nested(WellKnownMessages::readDecimal);
      case TIME -> nested(WellKnownMessages::readTime);
      case DATE -> nested(WellKnownMessages::readDate);
      case TIMESTAMP -> nested(WellKnownMessages::readTimestamp);
      case ARRAY, MAP, STRUCT -> throw mismatch(kind.name(), type);
    };
  }

  private static ValueReader ofInteger(FieldDescriptor field) {
    return switch (field.getType()) {
      case SINT32 -> CodedInputStream::readSInt32;
      case SFIXED32 -> CodedInputStream::readSFixed32;
      default -> CodedInputStream::readInt32;
    };
  }

  private static ValueReader ofBigint(FieldDescriptor field) {
    return switch (field.getType()) {
      case INT32 -> in -> (long) in.readInt32();
      case SINT32 -> in -> (long) in.readSInt32();
      case SFIXED32 -> in -> (long) in.readSFixed32();
      case UINT32 -> in -> Integer.toUnsignedLong(in.readUInt32());
      case FIXED32 -> in -> Integer.toUnsignedLong(in.readFixed32());
      case SINT64 -> CodedInputStream::readSInt64;
      case FIXED64, SFIXED64 -> CodedInputStream::readFixed64;
      default -> CodedInputStream::readInt64;
    };
  }

  private static ValueReader ofString(FieldDescriptor field) {
    if (field.getType() == FieldDescriptor.Type.ENUM) {
      return ofEnum(field.getEnumType());
    }
    return field.getFile().toProto().getSyntax().equals("proto3")
        ? CodedInputStream::readStringRequireUtf8
        : CodedInputStream::readString;
  }

  /** A number without a name, from a newer schema perhaps, stays a number. */
  private static ValueReader ofEnum(EnumDescriptor type) {
    Map<Integer, String> names = new HashMap<>();
    for (EnumValueDescriptor value : type.getValues()) {
      names.putIfAbsent(value.getNumber(), value.getName());
    }
    return in -> {
      int number = in.readEnum();
      String name = names.get(number);
      return name == null ? Integer.toString(number) : name;
    };
  }

  private static ValueReader ofText(FieldDescriptor field, SqlType type, SqlBaseType kind) {
    return switch (kind) {
      case BOOLEAN -> in -> Boolean.toString(in.readBool());
      case INTEGER, BIGINT -> {
        ValueReader number = ofBigint(field);
        yield in -> number.read(in).toString();
      }
      case DOUBLE ->
          field.getType() == FieldDescriptor.Type.FLOAT
              ? in -> Float.toString(in.readFloat())
              : in -> Double.toString(in.readDouble());
      case STRING, DECIMAL, ARRAY, MAP, STRUCT, TIME, DATE, TIMESTAMP, BYTES ->
          throw mismatch(kind.name(), type);
    };
  }

  /** A message inside another: its length, then as many bytes. */
  static ValueReader nested(ValueReader message) {
    return in -> {
      int outer = in.pushLimit(in.readRawVarint32());
      Object value = message.read(in);
      in.checkLastTagWas(0);
      in.popLimit(outer);
      return value;
    };
  }

  /** How a single value of a field is delimited. */
  static int wireType(FieldDescriptor field) {
    return WireFormat.FieldType.valueOf(field.getType().name()).getWireType();
  }

  static DecodeException mismatch(String written, SqlType type) {
    return new DecodeException("A value written as " + written + " cannot be read as " + type);
  }
}
