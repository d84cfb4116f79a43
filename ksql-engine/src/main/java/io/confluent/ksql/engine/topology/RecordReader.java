package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.FormatContext;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the records of a topic outside of a topology. For one thread. */
public final class RecordReader {
  private final ScanStep scan;
  private final Deserializer<Object> keys;
  private final Deserializer<Object> values;
  private final StepErrors errors;

  /**
   * A reader.
   *
   * @param context takes the errors
   * @param scan how records are written
   */
  public RecordReader(TopologyContext context, ScanStep scan) {
    this.scan = scan;
    RowSerdes serdes = new RowSerdes(context.formats(), context.registry());
    Schema columns = scan.columns();
    keys =
        RowSerdes.lenient(
            serdes.key(scan.topic(), columns.key(), scan.keyFormat(), scan.window()).deserializer(),
            Schema.Side.KEY);
    values =
        RowSerdes.lenient(
            serdes.value(scan, FormatContext.Texts.STRINGS).deserializer(), Schema.Side.VALUE);
    errors = new TaskScope(context, Optional::empty, () -> 0L).errors(scan.id());
  }

  /**
   * A record that was read.
   *
   * @param key a row, a windowed row, or null
   * @param value null for a row of a table that is gone
   */
  public record Decoded(Object key, Row value) {}

  /** A record; empty if it cannot be decoded, or means nothing. */
  public Optional<Decoded> read(byte[] key, byte[] value) {
    Object decodedKey = keys.deserialize(scan.topic(), key);
    Object decodedValue = values.deserialize(scan.topic(), value);
    if (!isDecoded(decodedKey) || !isDecoded(decodedValue)) {
      return Optional.empty();
    }
    boolean table = scan.kind() == Source.Kind.TABLE;
    boolean meaningless = table ? decodedKey == null : decodedValue == null;
    return meaningless
        ? Optional.empty()
        : Optional.of(new Decoded(decodedKey, (Row) decodedValue));
  }

  private boolean isDecoded(Object half) {
    if (half instanceof Undecodable bad) {
      errors.half(
          ProcessingError.Type.DESERIALIZATION,
          bad.side().name().toLowerCase(Locale.ROOT),
          bad.cause(),
          Optional.of(bad.bytes()));
      return false;
    }
    return true;
  }
}
