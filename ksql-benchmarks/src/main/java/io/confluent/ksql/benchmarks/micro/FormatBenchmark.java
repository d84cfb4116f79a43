package io.confluent.ksql.benchmarks.micro;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A row of five columns to bytes and back, in each format. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FormatBenchmark {
  private static final int ROWS = 64;
  private static final List<Column> COLUMNS =
      List.of(
          new Column("ID", SqlTypes.BIGINT),
          new Column("NAME", SqlTypes.STRING),
          new Column("AMOUNT", SqlTypes.DOUBLE),
          new Column("FLAG", SqlTypes.BOOLEAN),
          new Column("NOTE", SqlTypes.STRING));

  /** The format; KAFKA has one column and its own benchmark would say little. */
  @Param({"DELIMITED", "JSON", "AVRO", "PROTOBUF", "JSON_SR", "PROTOBUF_NOSR"})
  public String format;

  private final Object[][] rows = new Object[ROWS][];
  private final byte[][] bytes = new byte[ROWS][];
  private RowDecoder decoder;
  private RowEncoder encoder;
  private int next;

  /** Rows, and the same as bytes. */
  @Setup
  public void prepare() {
    Format chosen = Formats.installed().get(format);
    FormatContext context =
        FormatContext.of("topic", Schema.Side.VALUE).withRegistry(new InMemorySchemaRegistry());
    encoder = chosen.encoder(COLUMNS, context);
    decoder = chosen.decoder(COLUMNS, context);
    for (int i = 0; i < ROWS; i++) {
      String note = "the reading was taken in the usual way ".repeat(3);
      rows[i] = new Object[] {1000L + i, "sensor-" + i, i * 15.5, i % 2 == 0, note};
      bytes[i] = encoder.encode(rows[i]);
    }
  }

  /** Bytes to values. */
  @Benchmark
  public Object[] decode() {
    return decoder.decode(bytes[next++ & (ROWS - 1)]);
  }

  /** Values to bytes. */
  @Benchmark
  public byte[] encode() {
    return encoder.encode(rows[next++ & (ROWS - 1)]);
  }
}
