package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.EncodeException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Writes one field of a message with its tag, or nothing where there is nothing to say. */
@FunctionalInterface
interface FieldWriter {
  void write(IntFunction<Object> values, ProtoOutput out);

  /**
   * The writer of a field of a struct as a field of a message.
   *
   * @throws EncodeException if the field cannot hold it
   */
  static FieldWriter of(SqlStruct.Field source, FieldDescriptor field) {
    ValueWriter writer;
    try {
      writer = whole(source, field);
    } catch (EncodeException e) {
      throw at(source, e);
    }
    return (values, out) -> {
      Object value = values.apply(source.index());
      try {
        if (value != null) {
          writer.write(value, out);
        } else if (field.isRequired()) {
          throw new EncodeException("The schema does not allow null");
        }
      } catch (EncodeException e) {
        throw at(source, e);
      }
    };
  }

  private static EncodeException at(SqlStruct.Field source, EncodeException e) {
    return new EncodeException("Field " + source.name() + ": " + e.getMessage(), e.getCause());
  }

  /** A value with the tags of its field. */
  private static ValueWriter whole(SqlStruct.Field source, FieldDescriptor field) {
    if (!field.isRepeated()) {
      return single(ValueWriter.of(source.type(), field), field);
    }
    if (source.type() instanceof SqlMap map && ProtoShape.isMap(field)) {
      return entries(map, field);
    }
    if (source.type() instanceof SqlArray array) {
      ValueWriter item = ValueWriter.of(array.getItemType(), field);
      return field.isPacked() ? packed(item, field) : items(item, field);
    }
    throw ValueWriter.mismatch(source.type(), ProtoShape.isMap(field) ? "MAP" : "ARRAY");
  }

  private static ValueWriter single(ValueWriter writer, FieldDescriptor field) {
    int wireType = ValueReader.wireType(field);
    return (value, out) -> {
      int start = out.position();
      out.writeTag(field.getNumber(), wireType);
      int content = out.position();
      writer.write(value, out);
      if (!field.hasPresence() && out.isZeroFrom(content)) {
        out.rewind(start);
      }
    };
  }

  private static ValueWriter items(ValueWriter item, FieldDescriptor field) {
    int wireType = ValueReader.wireType(field);
    return (value, out) -> {
      for (Object each : (List<?>) value) {
        out.writeTag(field.getNumber(), wireType);
        writeItem(each, item, wireType, out);
      }
    };
  }

  private static ValueWriter packed(ValueWriter item, FieldDescriptor field) {
    int wireType = ValueReader.wireType(field);
    return (value, out) -> {
      List<?> list = (List<?>) value;
      if (list.isEmpty()) {
        return;
      }
      out.writeTag(field.getNumber(), WireFormat.WIRETYPE_LENGTH_DELIMITED);
      int start = out.position();
      for (Object each : list) {
        writeItem(each, item, wireType, out);
      }
      out.writeLengthAt(start);
    };
  }

  /** No item of a list is null, so the default stands for it. */
  private static void writeItem(Object value, ValueWriter item, int wireType, ProtoOutput out) {
    if (value != null) {
      item.write(value, out);
      return;
    }
    switch (wireType) {
      case WireFormat.WIRETYPE_FIXED32 -> out.writeLittleEndian(0, Integer.BYTES);
      case WireFormat.WIRETYPE_FIXED64 -> out.writeLittleEndian(0, Long.BYTES);
      default -> out.writeVarint(0);
    }
  }

  private static ValueWriter entries(SqlMap map, FieldDescriptor field) {
    SqlStruct keyAndValue =
        SqlTypes.struct()
            .field("key", map.getKeyType())
            .field(ProtoShape.BARE_FIELD, map.getValueType())
            .build();
    MessageWriter entry = MessageWriter.of(keyAndValue, field.getMessageType());
    return (value, out) -> {
      for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
        out.writeTag(field.getNumber(), WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int start = out.position();
        entry.write(position -> position == 0 ? each.getKey() : each.getValue(), out);
        out.writeLengthAt(start);
      }
    };
  }
}
