package io.confluent.ksql.benchmarks.program;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** {@code SELECT * FROM s}: each row is read, and written as it is. */
final class CopyPrograms {
  private CopyPrograms() {}

  static Topology json(Topics topics) {
    return copy(topics, JsonSerde.of(Reading.class));
  }

  static Topology delimited(Topics topics) {
    return copy(topics, DelimitedSerde.readings());
  }

  static Topology avro(Topics topics) {
    return copy(topics, AvroSerde.of(topics.registry()));
  }

  private static <T> Topology copy(Topics topics, Serde<T> rows) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.input(), Consumed.with(Serdes.ByteArray(), rows))
        .to(topics.output(), Produced.with(Serdes.ByteArray(), rows));
    return builder.build();
  }
}
