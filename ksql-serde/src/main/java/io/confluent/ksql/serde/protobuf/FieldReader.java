package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.WireFormat;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one field of a message into its place among the values. */
abstract class FieldReader {
  /** Long enough that the default of every scalar can be read from it. */
  private static final byte[] ZEROS = new byte[Long.BYTES];

  private final String step;
  private final int wireType;
  private final int position;

  private FieldReader(FieldDescriptor field, SqlStruct.Field target) {
    step = "." + target.name();
    wireType = ValueReader.wireType(field);
    position = target.index();
  }

  /** The reader of a field into a field of a struct. */
  static FieldReader of(FieldDescriptor field, SqlStruct.Field target) {
    if (!field.isRepeated()) {
      return new Single(field, target);
    }
    if (target.type() instanceof SqlArray array) {
      return new Items(field, target, ValueReader.of(field, array.getItemType()));
    }
    if (target.type() instanceof SqlMap map && ProtoShape.isMap(field)) {
      return new Entries(field, target, map);
    }
    throw ValueReader.mismatch(ProtoShape.isMap(field) ? "MAP" : "ARRAY", target.type());
  }

  /** The reader of one of several fields of which a message has one, as a field of a struct. */
  static FieldReader ofChoice(
      FieldDescriptor field, SqlStruct.Field member, SqlStruct.Field target) {
    ValueReader reader = ValueReader.of(field, member.type());
    SqlStruct members = (SqlStruct) target.type();
    return new FieldReader(field, target) {
      @Override
      Object next(CodedInputStream in, Object earlier) throws IOException {
        Object[] values = new Object[members.fields().size()];
        values[member.index()] = reader.read(in);
        return new StructValue(members, values);
      }
    };
  }

  /** The value where the field is not there. */
  Object absent() {
    return null;
  }

  /** Reads the field unless it is delimited like one of another type; then gives false. */
  final boolean read(int foundWireType, CodedInputStream in, Object[] values) throws IOException {
    try {
      if (foundWireType == wireType) {
        values[position] = next(in, values[position]);
        return true;
      }
      if (foundWireType == WireFormat.WIRETYPE_LENGTH_DELIMITED && isList()) {
        int outer = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
          values[position] = next(in, values[position]);
        }
        in.popLimit(outer);
        return true;
      }
      return false;
    } catch (DecodeException e) {
      throw e.inside(step);
    }
  }

  /** Whether several values may come in one piece. */
  boolean isList() {
    return false;
  }

  /** The value after the next occurrence of the field. */
  abstract Object next(CodedInputStream in, Object earlier) throws IOException;

  private static final class Single extends FieldReader {
    private final ValueReader reader;
    private final Object absent;

    Single(FieldDescriptor field, SqlStruct.Field target) {
      super(field, target);
      reader = ValueReader.of(field, target.type());
      absent = defaultOf(field, reader);
    }

    @Override
    Object absent() {
      return absent;
    }

    @Override
    Object next(CodedInputStream in, Object earlier) throws IOException {
      return reader.read(in);
    }

    /** Null if the schema tells what is not there from what is there with its default. */
    private static Object defaultOf(FieldDescriptor field, ValueReader reader) {
      try {
        if (field.hasDefaultValue()) {
          DynamicMessage message =
              DynamicMessage.newBuilder(field.getContainingType())
                  .setField(field, field.getDefaultValue())
                  .buildPartial();
          CodedInputStream in = message.toByteString().newCodedInput();
          in.readTag();
          return reader.read(in);
        }
        return field.hasPresence() ? null : reader.read(CodedInputStream.newInstance(ZEROS));
      } catch (IOException e) {
        throw new DecodeException("The default of " + field.getFullName() + " is not valid");
      }
    }
  }

  private static final class Items extends FieldReader {
    private static final List<Object> NONE = Collections.emptyList();

    private final ValueReader item;

    Items(FieldDescriptor field, SqlStruct.Field target, ValueReader item) {
      super(field, target);
      this.item = item;
    }

    @Override
    Object absent() {
      return NONE;
    }

    @Override
    boolean isList() {
      return true;
    }

    @Override
    Object next(CodedInputStream in, Object earlier) throws IOException {
      @SuppressWarnings("unchecked")
      List<Object> list = earlier == NONE ? new ArrayList<>() : (List<Object>) earlier;
      try {
        list.add(item.read(in));
      } catch (DecodeException e) {
        throw e.inside("[" + list.size() + "]");
      }
      return list;
    }
  }

  private static final class Entries extends FieldReader {
    private static final Map<Object, Object> NONE = Collections.emptyMap();

    private final ValueReader entry;

    Entries(FieldDescriptor field, SqlStruct.Field target, SqlMap map) {
      super(field, target);
      SqlStruct keyAndValue =
          SqlTypes.struct()
              .field("key", map.getKeyType())
              .field(ProtoShape.BARE_FIELD, map.getValueType())
              .build();
      MessageReader reader = MessageReader.of(field.getMessageType(), keyAndValue, ColumnMask.ALL);
      entry = ValueReader.nested(reader::read);
    }

    @Override
    Object absent() {
      return NONE;
    }

    @Override
    Object next(CodedInputStream in, Object earlier) throws IOException {
      @SuppressWarnings("unchecked")
      Map<Object, Object> map =
          earlier == NONE ? new LinkedHashMap<>() : (Map<Object, Object>) earlier;
      Object[] keyAndValue = (Object[]) entry.read(in);
      map.put(keyAndValue[0], keyAndValue[1]);
      return map;
    }
  }
}
