package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.WireFormat;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FieldNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a message into the places where its fields belong; what nobody needs is skipped. */
final class MessageReader {
  private final int[] numbers;
  private final FieldReader[] readers;
  private final Object[] defaults;

  private MessageReader(Map<Integer, FieldReader> byNumber, Object[] defaults) {
    numbers = byNumber.keySet().stream().mapToInt(Integer::intValue).toArray();
    readers = byNumber.values().toArray(FieldReader[]::new);
    this.defaults = defaults;
  }

  /**
   * The reader of a message into a struct, of which only some fields are filled.
   *
   * @throws DecodeException if a field cannot be read into its type
   */
  static MessageReader of(Descriptor message, SqlStruct struct, ColumnMask needed) {
    return new Binding(message, struct, needed).bind();
  }

  /** The reader of a message with one field that is the bare value. */
  static MessageReader ofBare(Descriptor message, SqlType type) {
    SqlStruct struct = SqlTypes.struct().field(ProtoShape.BARE_FIELD, type).build();
    return of(message, struct, ColumnMask.ALL);
  }

  /** One value a field of the struct. */
  Object[] read(CodedInputStream in) throws IOException {
    Object[] values = defaults.clone();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int at = Arrays.binarySearch(numbers, WireFormat.getTagFieldNumber(tag));
      if (at < 0 || !readers[at].read(WireFormat.getTagWireType(tag), in, values)) {
        WellKnownMessages.skip(tag, in);
      }
    }
    return values;
  }

  /** Finds the field of the message for each field of the struct. */
  private static final class Binding {
    private final Descriptor message;
    private final SqlStruct struct;
    private final ColumnMask needed;
    private final Map<Integer, FieldReader> byNumber = new TreeMap<>();
    private final Object[] defaults;

    Binding(Descriptor message, SqlStruct struct, ColumnMask needed) {
      this.message = message;
      this.struct = struct;
      this.needed = needed;
      defaults = new Object[struct.fields().size()];
    }

    MessageReader bind() {
      List<OneofDescriptor> choices = ProtoShape.choices(message);
      List<FieldDescriptor> fields = message.getFields();
      List<String> names = new ArrayList<>();
      choices.forEach(choice -> names.add(ProtoShape.choiceName(choice)));
      fields.forEach(field -> names.add(field.getName()));
      int[] positions = FieldNames.positions(names, struct);
      for (int i = 0; i < positions.length; i++) {
        if (positions[i] == FieldNames.NONE || !needed.needs(positions[i])) {
          continue;
        }
        SqlStruct.Field target = struct.fields().get(positions[i]);
        try {
          if (i < choices.size()) {
            bind(choices.get(i), target);
          } else {
            bind(fields.get(i - choices.size()), target);
          }
        } catch (DecodeException e) {
          throw e.inside("." + target.name());
        }
      }
      return new MessageReader(byNumber, defaults);
    }

    private void bind(FieldDescriptor field, SqlStruct.Field target) {
      FieldReader reader = FieldReader.of(field, target);
      byNumber.put(field.getNumber(), reader);
      defaults[target.index()] = reader.absent();
    }

    /** A choice between fields is a struct in which one is not null. */
    private void bind(OneofDescriptor choice, SqlStruct.Field target) {
      if (!(target.type() instanceof SqlStruct members)) {
        throw ValueReader.mismatch("oneof", target.type());
      }
      List<FieldDescriptor> fields = choice.getFields();
      int[] positions =
          FieldNames.positions(fields.stream().map(FieldDescriptor::getName).toList(), members);
      for (int i = 0; i < positions.length; i++) {
        if (positions[i] != FieldNames.NONE) {
          byNumber.put(
              fields.get(i).getNumber(),
              FieldReader.ofChoice(fields.get(i), members.fields().get(positions[i]), target));
        }
      }
    }
  }
}
