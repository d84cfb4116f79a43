package io.confluent.ksql.serde;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;
import java.util.OptionalInt;

/**
 * Writes rows with the schema of their columns, which is registered once, or with the registered
 * one whose id is given.
 */
public final class RegistryEncoder implements RowEncoder {
  /** Writes rows with one schema. */
  @FunctionalInterface
  public interface Writer {
    /** The record: what stands before the data, then the row. */
    byte[] write(byte[] prefix, Object[] row);
  }

  /** Makes the writer of a schema. */
  @FunctionalInterface
  public interface Compiler {
    /**
     * The writer.
     *
     * @throws EncodeException if the schema cannot hold rows of the columns
     */
    Writer writer(RegistrySchema schema);

    /** Whether the only column of a key is written as the bare value, so that null is no row. */
    default boolean writesBareKeys() {
      return true;
    }
  }

  private final SchemaTranslator translator;
  private final List<Column> columns;
  private final FormatContext context;
  private final SchemaRegistry registry;
  private final Compiler compiler;
  private final boolean bare;
  private byte[] prefix;
  private Writer writer;

  /** An encoder of these columns. */
  public RegistryEncoder(
      SchemaTranslator translator,
      List<Column> columns,
      FormatContext context,
      SchemaRegistry registry,
      Compiler compiler) {
    this.translator = translator;
    this.columns = List.copyOf(columns);
    this.context = context;
    this.registry = registry;
    this.compiler = compiler;
    bare = context.isBare(columns.size()) && compiler.writesBareKeys();
  }

  @Override
  public void prepare() {
    if (writer != null) {
      return;
    }
    OptionalInt given = SchemaOptions.id(context);
    RegistrySchema schema =
        given.isPresent() ? registered(given.getAsInt()) : translator.toSchema(columns, context);
    Writer made;
    try {
      made = compiler.writer(schema);
    } catch (EncodeException e) {
      throw e.ofAllRows();
    }
    int id = given.isPresent() ? given.getAsInt() : registry.register(context.subject(), schema);
    prefix = WireFormat.prefix(id);
    writer = made;
  }

  @Override
  public byte[] encode(Object[] row) {
    if (row == null || bare && row[0] == null) {
      return null;
    }
    prepare();
    return writer.write(prefix, row);
  }

  private RegistrySchema registered(int id) {
    RegistrySchema schema =
        registry
            .byId(id)
            .orElseThrow(
                () -> new EncodeException("The schema registry has no schema with the id " + id));
    if (schema.type() != translator.type()) {
      throw new EncodeException(
          "The schema with the id %d is written in %s, not in %s"
              .formatted(id, schema.type(), translator.type()));
    }
    return schema;
  }
}
