package io.confluent.ksql.serde;

import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.Map;

/** Reads rows with the schemas they were written with; a reader a schema id is made and kept. */
public final class RegistryDecoder implements RowDecoder {
  /** Reads rows that were written with one schema. */
  @FunctionalInterface
  public interface Reader {
    /**
     * The values of a row.
     *
     * @param bytes the record, of which the data begins after the schema's id
     */
    Object[] read(byte[] bytes);
  }

  /** Makes the reader of a schema. */
  @FunctionalInterface
  public interface Compiler {
    /**
     * The reader.
     *
     * @throws DecodeException if rows of the schema cannot be read into the columns
     */
    Reader reader(RegistrySchema schema);
  }

  private final RegistrySchema.Type type;
  private final SchemaRegistry registry;
  private final Compiler compiler;
  private final Map<Integer, Reader> readers = new HashMap<>();

  /** A decoder of what is written with schemas of one language. */
  public RegistryDecoder(RegistrySchema.Type type, SchemaRegistry registry, Compiler compiler) {
    this.type = type;
    this.registry = registry;
    this.compiler = compiler;
  }

  @Override
  public Object[] decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    int id = WireFormat.schemaId(bytes);
    Reader reader = readers.get(id);
    if (reader == null) {
      reader = readerOf(id);
      readers.put(id, reader);
    }
    return reader.read(bytes);
  }

  /** An unknown id is not remembered: the schema may be on its way. */
  private Reader readerOf(int id) {
    RegistrySchema schema =
        registry
            .byId(id)
            .orElseThrow(
                () -> new DecodeException("The schema registry has no schema with the id " + id));
    if (schema.type() != type) {
      throw new DecodeException(
          "The schema with the id %d is written in %s, not in %s"
              .formatted(id, schema.type(), type));
    }
    try {
      return compiler.reader(schema);
    } catch (DecodeException e) {
      return bytes -> {
        throw e;
      };
    }
  }
}
