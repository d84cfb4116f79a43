package io.confluent.ksql.benchmarks.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * {@code SELECT c1, c30, c59 FROM wide}, of rows of 60 columns. {@link #rows} decodes them whole,
 * as a program does whose rows are maps; {@link #chosen} has a class of only what it needs, so that
 * Jackson skips the rest.
 */
final class WideProgram {
  private WideProgram() {}

  record Chosen(
      @JsonProperty("C1") Long c1,
      @JsonProperty("C30") Double c30,
      @JsonProperty("C59") String c59) {}

  static Topology rows(Topics topics) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.input(), Consumed.with(Serdes.ByteArray(), maps()))
        .mapValues(
            row ->
                new Chosen(
                    ((Number) row.get("C1")).longValue(),
                    ((Number) row.get("C30")).doubleValue(),
                    (String) row.get("C59")))
        .to(topics.output(), Produced.with(Serdes.ByteArray(), JsonSerde.of(Chosen.class)));
    return builder.build();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Serde<Map<String, Object>> maps() {
    return (Serde) JsonSerde.of(Map.class);
  }

  static Topology chosen(Topics topics) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.input(), Consumed.with(Serdes.ByteArray(), JsonSerde.of(Chosen.class)))
        .to(topics.output(), Produced.with(Serdes.ByteArray(), JsonSerde.of(Chosen.class)));
    return builder.build();
  }
}
