package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.protobuf.RowCodecs.RowReader;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rows with the messages they were written with; a reader a message is compiled and kept.
 */
final class ProtobufDecoder implements RowDecoder {
  private final List<Column> columns;
  private final FormatContext context;
  private final SchemaRegistry registry;
  private final Map<Integer, RowReader> firstMessages = new HashMap<>();
  private final Map<Place, RowReader> otherMessages = new HashMap<>();

  /** A message by its schema's id and its place there. */
  private record Place(int id, List<Integer> indexes) {}

  ProtobufDecoder(List<Column> columns, FormatContext context, SchemaRegistry registry) {
    this.columns = List.copyOf(columns);
    this.context = context;
    this.registry = registry;
  }

  @Override
  public Object[] decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    int id = WireFormat.schemaId(bytes);
    CodedInputStream in =
        CodedInputStream.newInstance(
            bytes, WireFormat.PREFIX_LENGTH, bytes.length - WireFormat.PREFIX_LENGTH);
    try {
      return reader(id, MessageIndexes.read(in)).read(in);
    } catch (DecodeException e) {
      throw e.inside("$");
    } catch (IOException e) {
      throw RowCodecs.malformed(e);
    }
  }

  private RowReader reader(int id, List<Integer> indexes) {
    if (indexes.equals(MessageIndexes.FIRST)) {
      RowReader known = firstMessages.get(id);
      if (known != null) {
        return known;
      }
      RowReader made = readerOf(id, indexes);
      firstMessages.put(id, made);
      return made;
    }
    Place place = new Place(id, indexes);
    RowReader known = otherMessages.get(place);
    if (known != null) {
      return known;
    }
    RowReader made = readerOf(id, indexes);
    otherMessages.put(place, made);
    return made;
  }

  /** An unknown id is not remembered: the schema may be on its way. */
  private RowReader readerOf(int id, List<Integer> indexes) {
    RegistrySchema registered =
        registry
            .byId(id)
            .orElseThrow(
                () -> new DecodeException("The schema registry has no schema with the id " + id));
    if (registered.type() != RegistrySchema.Type.PROTOBUF) {
      throw new DecodeException(
          "The schema with the id %d is written in %s, not in PROTOBUF"
              .formatted(id, registered.type()));
    }
    Descriptor message;
    try {
      message =
          MessageIndexes.find(RegisteredProto.parse(registered, Optional.of(registry)), indexes);
    } catch (ProtoSchemaException e) {
      throw new DecodeException(
          "The schema with the id %d is not valid in PROTOBUF: %s".formatted(id, e.getMessage()));
    }
    try {
      return columns.size() == 1 && ProtoShape.isWrapper(message)
          ? RowCodecs.bareReader(columns.get(0).type(), message)
          : RowCodecs.reader(columns, message, context.needed());
    } catch (DecodeException e) {
      return in -> {
        throw e;
      };
    }
  }
}
