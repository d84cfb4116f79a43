package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.util.List;

/** Rows as messages: several columns are the fields of one, a bare struct is one itself. */
final class RowCodecs {
  private RowCodecs() {}

  /** Reads the message of a row; null if there is no row. */
  @FunctionalInterface
  interface RowReader {
    Object[] read(CodedInputStream in) throws IOException;
  }

  /** Writes the message of a row. */
  @FunctionalInterface
  interface RowWriter {
    void write(Object[] row, ProtoOutput out);
  }

  static RowReader reader(List<Column> columns, Descriptor message, ColumnMask needed) {
    return MessageReader.of(message, FieldNames.struct(columns), needed)::read;
  }

  static RowReader bareReader(SqlType type, Descriptor message) {
    if (type instanceof SqlStruct struct) {
      MessageReader fields = MessageReader.of(message, struct, ColumnMask.ALL);
      return in -> new Object[] {new StructValue(struct, fields.read(in))};
    }
    return MessageReader.ofBare(message, type)::read;
  }

  static RowWriter writer(List<Column> columns, Descriptor message) {
    MessageWriter writer = MessageWriter.of(FieldNames.struct(columns), message);
    return (row, out) -> writer.write(position -> row[position], out);
  }

  static RowWriter bareWriter(SqlType type, Descriptor message) {
    if (type instanceof SqlStruct struct) {
      MessageWriter fields = MessageWriter.of(struct, message);
      return (row, out) -> fields.write(((StructValue) row[0])::value, out);
    }
    MessageWriter writer = MessageWriter.ofBare(type, message);
    return (row, out) -> writer.write(position -> row[position], out);
  }

  /** The error of bytes that are no message. */
  static DecodeException malformed(IOException e) {
    return new DecodeException(
        e instanceof InvalidProtocolBufferException
            ? "The bytes are not a Protobuf message: " + e.getMessage()
            : "The bytes cannot be read: " + e.getMessage());
  }
}
