package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * Reads rows with the schemas they were written with; a reader a schema id is compiled and kept.
 */
final class AvroDecoder implements RowDecoder {
  @FunctionalInterface
  private interface RootReader {
    Object[] read(AvroInput in);
  }

  private final List<Column> columns;
  private final FormatContext context;
  private final SchemaRegistry registry;
  private final Map<Integer, RootReader> readers = new HashMap<>();
  private final AvroInput in = new AvroInput();

  AvroDecoder(List<Column> columns, FormatContext context, SchemaRegistry registry) {
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
    RootReader reader = readers.get(id);
    if (reader == null) {
      reader = readerOf(id);
      readers.put(id, reader);
    }
    in.open(bytes, WireFormat.PREFIX_LENGTH);
    try {
      return reader.read(in);
    } catch (DecodeException e) {
      throw e.inside("$");
    }
  }

  /** An unknown id is not remembered: the schema may be on its way. */
  private RootReader readerOf(int id) {
    RegistrySchema registered =
        registry
            .byId(id)
            .orElseThrow(
                () -> new DecodeException("The schema registry has no schema with the id " + id));
    if (registered.type() != RegistrySchema.Type.AVRO) {
      throw new DecodeException(
          "The schema with the id " + id + " is written in " + registered.type() + ", not in AVRO");
    }
    Schema schema;
    try {
      schema = AvroParser.parse(registered, registry);
    } catch (SchemaParseException e) {
      throw new DecodeException("The schema with the id " + id + " is not valid in AVRO");
    }
    try {
      return rootReader(schema);
    } catch (DecodeException e) {
      return in -> {
        throw e;
      };
    }
  }

  private RootReader rootReader(Schema schema) {
    if (context.isBare(columns.size())) {
      AvroReader value = AvroReader.of(schema, columns.get(0).type());
      return in -> {
        Object read = value.read(in);
        return read == null ? null : new Object[] {read};
      };
    }
    return switch (schema.getType()) {
      case RECORD -> RecordReader.ofColumns(schema, columns, context.needed())::read;
      case NULL -> in -> null;
      case UNION -> {
        List<RootReader> branches = new ArrayList<>();
        for (Schema branch : schema.getTypes()) {
          branches.add(rootReader(branch));
        }
        yield in -> AvroSkip.branch(branches, in).read(in);
      }
      case ENUM, ARRAY, MAP, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN ->
          throw new DecodeException(
              "A row is an Avro record, not of type " + schema.getType().getName());
    };
  }
}
