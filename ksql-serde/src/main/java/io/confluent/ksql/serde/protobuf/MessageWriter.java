package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.value.StructValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Writes the fields of a struct as a message, in the order of their numbers, so that equal keys
 * have equal bytes. Fields that the struct does not have are left out.
 */
final class MessageWriter {
  private final List<FieldWriter> writers;

  private MessageWriter(Map<Integer, FieldWriter> byNumber) {
    writers = List.copyOf(byNumber.values());
  }

  /**
   * The writer of a struct as a message.
   *
   * @throws EncodeException if the message cannot hold it
   */
  static MessageWriter of(SqlStruct struct, Descriptor message) {
    List<OneofDescriptor> choices = ProtoShape.choices(message);
    List<FieldDescriptor> fields = message.getFields();
    List<String> names = new ArrayList<>();
    choices.forEach(choice -> names.add(ProtoShape.choiceName(choice)));
    fields.forEach(field -> names.add(field.getName()));
    int[] positions = FieldNames.positions(names, struct);
    FieldNames.refuseLeftOut(struct, positions, message.getFullName());
    Map<Integer, FieldWriter> byNumber = new TreeMap<>();
    for (int i = 0; i < positions.length; i++) {
      boolean choice = i < choices.size();
      if (positions[i] != FieldNames.NONE) {
        SqlStruct.Field source = struct.fields().get(positions[i]);
        if (choice) {
          byNumber.put(
              choices.get(i).getField(0).getNumber(), choiceWriter(source, choices.get(i)));
        } else {
          FieldDescriptor field = fields.get(i - choices.size());
          byNumber.put(field.getNumber(), FieldWriter.of(source, field));
        }
      } else if (!choice && fields.get(i - choices.size()).isRequired()) {
        throw new EncodeException(
            "The field %s of the schema is required, and the row has no such column"
                .formatted(names.get(i)));
      }
    }
    return new MessageWriter(byNumber);
  }

  /** The writer of a bare value as the only field of a message. */
  static MessageWriter ofBare(SqlType type, Descriptor message) {
    return of(SqlTypes.struct().field(ProtoShape.BARE_FIELD, type).build(), message);
  }

  void write(IntFunction<Object> values, ProtoOutput out) {
    for (FieldWriter writer : writers) {
      writer.write(values, out);
    }
  }

  /** Writes the fields of a struct of which at most one may be there. */
  private static FieldWriter choiceWriter(SqlStruct.Field source, OneofDescriptor choice) {
    if (!(source.type() instanceof SqlStruct members)) {
      throw ValueWriter.mismatch(source.type(), "oneof");
    }
    List<FieldDescriptor> fields = choice.getFields();
    int[] positions =
        FieldNames.positions(fields.stream().map(FieldDescriptor::getName).toList(), members);
    List<FieldWriter> writers = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] != FieldNames.NONE) {
        writers.add(FieldWriter.of(members.fields().get(positions[i]), fields.get(i)));
      }
    }
    return (values, out) -> {
      if (!(values.apply(source.index()) instanceof StructValue chosen)) {
        return;
      }
      int start = out.position();
      for (FieldWriter writer : writers) {
        writer.write(chosen::value, out);
        if (out.position() > start) {
          return;
        }
      }
    };
  }
}
