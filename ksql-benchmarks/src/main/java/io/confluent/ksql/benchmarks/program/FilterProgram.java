package io.confluent.ksql.benchmarks.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * {@code SELECT id, UCASE(name) AS name, LEN(note) AS length FROM s WHERE amount > 500 AND
 * LEN(name) > 3}.
 */
final class FilterProgram {
  private static final double LEAST = 500;
  private static final int SHORTEST = 3;

  private FilterProgram() {}

  record Shouted(
      @JsonProperty("ID") Long id,
      @JsonProperty("NAME") String name,
      @JsonProperty("LENGTH") Integer length) {}

  static Topology ofJson(Topics topics) {
    return topology(topics, JsonSerde.of(Reading.class), JsonSerde.of(Shouted.class));
  }

  static Topology ofDelimited(Topics topics) {
    Serializer<Shouted> serializer =
        (topic, row) ->
            (row.id() + "," + row.name() + "," + row.length()).getBytes(StandardCharsets.UTF_8);
    return topology(
        topics, DelimitedSerde.readings(), Serdes.serdeFrom(serializer, (topic, bytes) -> null));
  }

  private static Topology topology(Topics topics, Serde<Reading> from, Serde<Shouted> to) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.input(), Consumed.with(Serdes.ByteArray(), from))
        .filter(
            (key, reading) ->
                reading != null
                    && reading.amount != null
                    && reading.amount > LEAST
                    && reading.name != null
                    && reading.name.length() > SHORTEST)
        .mapValues(FilterProgram::shouted)
        .to(topics.output(), Produced.with(Serdes.ByteArray(), to));
    return builder.build();
  }

  private static Shouted shouted(Reading reading) {
    return new Shouted(
        reading.id,
        reading.name.toUpperCase(Locale.ROOT),
        reading.note == null ? null : reading.note.length());
  }
}
