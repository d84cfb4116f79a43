package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RegistryDecoder;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.protobuf.RowCodecs.RowReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads rows with the messages of one schema; a reader a message is compiled and kept. */
final class ProtobufDecoder implements RegistryDecoder.Reader {
  private final List<Column> columns;
  private final FormatContext context;
  private final FileDescriptor schema;
  private final Map<List<Integer>, RowReader> readers = new HashMap<>();

  ProtobufDecoder(List<Column> columns, FormatContext context, FileDescriptor schema) {
    this.columns = List.copyOf(columns);
    this.context = context;
    this.schema = schema;
  }

  @Override
  public Object[] read(byte[] bytes) {
    CodedInputStream in =
        CodedInputStream.newInstance(
            bytes, WireFormat.PREFIX_LENGTH, bytes.length - WireFormat.PREFIX_LENGTH);
    try {
      return reader(MessageIndexes.read(in)).read(in);
    } catch (DecodeException e) {
      throw e.inside("$");
    } catch (IOException e) {
      throw RowCodecs.malformed(e);
    }
  }

  private RowReader reader(List<Integer> indexes) {
    RowReader known = readers.get(indexes);
    if (known != null) {
      return known;
    }
    Descriptor message = MessageIndexes.find(schema, indexes);
    RowReader made;
    try {
      made =
          columns.size() == 1 && ProtoShape.isWrapper(message)
              ? RowCodecs.bareReader(columns.get(0).type(), message)
              : RowCodecs.reader(columns, message, context.needed());
    } catch (DecodeException e) {
      made =
          in -> {
            throw e;
          };
    }
    readers.put(indexes, made);
    return made;
  }
}
