package io.confluent.ksql.tools.datagen.generate;

import io.confluent.ksql.schema.Column;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;

/** Rows of an Avro schema, its fields being the columns. For one thread at a time. */
public final class SchemaRows implements RowSource {
  private final List<Column> columns;
  private final Rows generator;
  private final Random random;

  private SchemaRows(List<Column> columns, Rows generator, Random random) {
    this.columns = List.copyOf(columns);
    this.generator = generator;
    this.random = random;
  }

  /**
   * Rows of a schema.
   *
   * @param schema a record
   * @param directory where files are that hints name
   * @param clock for sessions and for fields that are the current time
   * @param seed the same rows come from the same seed, but for what depends on the clock
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if a hint is not understood or a type
   *     has none in SQL
   */
  public static SchemaRows of(Schema schema, Path directory, Clock clock, long seed) {
    GeneratorBuilder builder = new GeneratorBuilder(directory, clock);
    GeneratorBuilder.Fields fields = builder.fields(schema, "");
    return new SchemaRows(fields.columns(), builder.rows(schema, fields), new Random(seed));
  }

  /** Makes the values of a row. */
  @FunctionalInterface
  interface Rows {
    Object[] next(Random random);
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public Object[] next() {
    return generator.next(random);
  }
}
