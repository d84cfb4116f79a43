package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FieldNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes the fields of a record in the order of its schema; fields that the row does not have, and
 * NULL where the schema does not allow it, are written as the default.
 */
final class RecordWriter {
  private static final byte[] NO_DEFAULT = null;

  private final String[] names;
  private final int[] positions;
  private final AvroWriter[] writers;
  private final byte[][] defaults;

  RecordWriter(SqlStruct struct, Schema schema) {
    List<Schema.Field> fields = schema.getFields();
    names = fields.stream().map(Schema.Field::name).toArray(String[]::new);
    positions = FieldNames.positions(fields.stream().map(Schema.Field::name).toList(), struct);
    writers = new AvroWriter[names.length];
    defaults = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      if (positions[i] == FieldNames.NONE) {
        defaults[i] = defaultOf(fields.get(i));
      } else {
        writers[i] = writerOf(struct.fields().get(positions[i]), fields.get(i));
        boolean replaced = !fields.get(i).schema().isNullable() && fields.get(i).hasDefaultValue();
        defaults[i] = replaced ? defaultOf(fields.get(i)) : NO_DEFAULT;
      }
    }
    FieldNames.refuseLeftOut(struct, positions, schema.getName());
  }

  void write(IntFunction<Object> values, AvroOutput out) {
    for (int i = 0; i < names.length; i++) {
      Object value = writers[i] == null ? null : values.apply(positions[i]);
      if (value == null && defaults[i] != NO_DEFAULT) {
        out.writeRaw(defaults[i]);
        continue;
      }
      try {
        writers[i].write(value, out);
      } catch (EncodeException e) {
        throw e.inside(names[i]);
      }
    }
  }

  private static AvroWriter writerOf(SqlStruct.Field field, Schema.Field target) {
    try {
      return AvroWriter.of(field.type(), target.schema());
    } catch (EncodeException e) {
      throw e.inside(field.name());
    }
  }

  private static byte[] defaultOf(Schema.Field field) {
    Schema schema = field.schema();
    if (!field.hasDefaultValue()) {
      if (schema.isNullable()) {
        AvroOutput out = new AvroOutput();
        if (schema.getType() == Schema.Type.UNION) {
          out.writeLong(schema.getIndexNamed("null"));
        }
        return out.toBytes();
      }
      throw new EncodeException(
          "The schema's field " + field.name() + " has no default, and the row has no such column");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      Object value = GenericData.get().getDefaultValue(field);
      new GenericDatumWriter<>(schema).write(value, encoder);
      encoder.flush();
    } catch (IOException | AvroRuntimeException e) {
      throw new EncodeException("The default of field " + field.name() + " is not valid", e);
    }
    return bytes.toByteArray();
  }
}
