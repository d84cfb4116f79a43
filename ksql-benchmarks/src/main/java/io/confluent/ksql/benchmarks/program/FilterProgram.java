package io.confluent.ksql.benchmarks.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serdes;
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

  static Topology topology(Topics topics) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.input(), Consumed.with(Serdes.ByteArray(), JsonSerde.of(Reading.class)))
        .filter(
            (key, reading) ->
                reading != null
                    && reading.amount != null
                    && reading.amount > LEAST
                    && reading.name != null
                    && reading.name.length() > SHORTEST)
        .mapValues(FilterProgram::shouted)
        .to(topics.output(), Produced.with(Serdes.ByteArray(), JsonSerde.of(Shouted.class)));
    return builder.build();
  }

  private static Shouted shouted(Reading reading) {
    return new Shouted(
        reading.id,
        reading.name.toUpperCase(Locale.ROOT),
        reading.note == null ? null : reading.note.length());
  }
}
