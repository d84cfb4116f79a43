package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FieldNames;
import java.util.List;
import org.apache.avro.Schema;

/** Reads a record field by field as it was written, into the places where they belong. */
final class RecordReader {
  private final String[] names;
  private final Schema[] written;
  private final int[] positions;
  private final AvroReader[] readers;
  private final int size;

  private RecordReader(Schema writer, SqlStruct struct, ColumnMask needed) {
    List<Schema.Field> fields = writer.getFields();
    size = struct.fields().size();
    positions = FieldNames.positions(fields.stream().map(Schema.Field::name).toList(), struct);
    names = new String[positions.length];
    written = new Schema[positions.length];
    readers = new AvroReader[positions.length];
    for (int i = 0; i < positions.length; i++) {
      written[i] = fields.get(i).schema();
      if (positions[i] == FieldNames.NONE || !needed.needs(positions[i])) {
        continue;
      }
      SqlStruct.Field target = struct.fields().get(positions[i]);
      names[i] = "." + target.name();
      try {
        readers[i] = AvroReader.of(written[i], target.type());
      } catch (DecodeException e) {
        throw e.inside(names[i]);
      }
    }
  }

  static RecordReader ofStruct(Schema writer, SqlStruct struct) {
    return new RecordReader(writer, struct, ColumnMask.ALL);
  }

  static RecordReader ofColumns(Schema writer, List<Column> columns, ColumnMask needed) {
    return new RecordReader(writer, FieldNames.struct(columns), needed);
  }

  Object[] read(AvroInput in) {
    Object[] values = new Object[size];
    for (int i = 0; i < readers.length; i++) {
      if (readers[i] == null) {
        AvroSkip.skip(written[i], in);
        continue;
      }
      try {
        values[positions[i]] = readers[i].read(in);
      } catch (DecodeException e) {
        throw e.inside(names[i]);
      }
    }
    return values;
  }
}
