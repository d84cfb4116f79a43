package io.confluent.ksql.benchmarks.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.kstream.WindowedSerdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/**
 * {@code SELECT name, COUNT(*) AS n, SUM(amount) AS total FROM s [WINDOW TUMBLING (SIZE 1 MINUTE)]
 * GROUP BY name}, the name being the key. What is kept is two numbers, 16 bytes.
 */
public final class CountProgram {
  /** Where the program without windows keeps its rows. */
  public static final String STORE = "totals";

  private static final Duration SIZE = Duration.ofMinutes(1);

  /** What the statement has where it says nothing of late rows. */
  private static final Duration GRACE = Duration.ofHours(24).minus(SIZE);

  private CountProgram() {}

  /** A row of the result. */
  public record Total(@JsonProperty("N") long n, @JsonProperty("TOTAL") double total) {
    static final Total NONE = new Total(0, 0);

    Total and(Reading reading) {
      return new Total(n + 1, reading.amount == null ? total : total + reading.amount);
    }
  }

  static Topology windowed(Topics topics) {
    StreamsBuilder builder = new StreamsBuilder();
    KTable<Windowed<String>, Total> totals =
        builder.stream(topics.input(), Consumed.with(Serdes.String(), JsonSerde.of(Reading.class)))
            .groupByKey(Grouped.with(Serdes.String(), JsonSerde.of(Reading.class)))
            .windowedBy(TimeWindows.ofSizeAndGrace(SIZE, GRACE))
            .aggregate(
                () -> Total.NONE,
                (name, reading, total) -> total.and(reading),
                Materialized.<String, Total, WindowStore<Bytes, byte[]>>with(
                    Serdes.String(), totals()));
    totals
        .toStream()
        .to(
            topics.output(),
            Produced.with(
                WindowedSerdes.timeWindowedSerdeFrom(String.class, SIZE.toMillis()),
                JsonSerde.of(Total.class)));
    return builder.build();
  }

  static Topology plain(Topics topics) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.input(), Consumed.with(Serdes.String(), JsonSerde.of(Reading.class)))
        .groupByKey(Grouped.with(Serdes.String(), JsonSerde.of(Reading.class)))
        .aggregate(
            () -> Total.NONE,
            (name, reading, total) -> total.and(reading),
            Materialized.<String, Total, KeyValueStore<Bytes, byte[]>>as(STORE)
                .withKeySerde(Serdes.String())
                .withValueSerde(totals()))
        .toStream()
        .to(topics.output(), Produced.with(Serdes.String(), JsonSerde.of(Total.class)));
    return builder.build();
  }

  private static Serde<Total> totals() {
    Serializer<Total> serializer =
        (topic, total) ->
            total == null
                ? null
                : ByteBuffer.allocate(Long.BYTES + Double.BYTES)
                    .putLong(total.n())
                    .putDouble(total.total())
                    .array();
    Deserializer<Total> deserializer =
        (topic, bytes) -> {
          if (bytes == null) {
            return null;
          }
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          return new Total(buffer.getLong(), buffer.getDouble());
        };
    return Serdes.serdeFrom(serializer, deserializer);
  }
}
