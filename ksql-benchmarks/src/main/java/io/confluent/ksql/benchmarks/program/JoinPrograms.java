package io.confluent.ksql.benchmarks.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.StreamJoined;

/** Joins on the key, of two readings or of a reading and the place of its sensor. */
final class JoinPrograms {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private JoinPrograms() {}

  record Place(@JsonProperty("CITY") String city, @JsonProperty("FLOOR") Long floor) {}

  record Placed(
      @JsonProperty("ID") Long id,
      @JsonProperty("AMOUNT") Double amount,
      @JsonProperty("CITY") String city) {}

  record Pair(
      @JsonProperty("LEFT_ID") Long left,
      @JsonProperty("RIGHT_ID") Long right,
      @JsonProperty("AMOUNT") Double amount) {}

  private static Serde<Reading> readings() {
    return JsonSerde.of(Reading.class);
  }

  /** {@code SELECT r.name, r.id AS id, r.amount AS amount, p.city AS city FROM r JOIN p ON ..}. */
  static Topology streamTable(Topics topics) {
    StreamsBuilder builder = new StreamsBuilder();
    KTable<String, Place> places =
        builder.table(
            topics.inputs().get(1), Consumed.with(Serdes.String(), JsonSerde.of(Place.class)));
    builder.stream(topics.input(), Consumed.with(Serdes.String(), readings()))
        .join(
            places,
            (reading, place) -> new Placed(reading.id, reading.amount, place.city()),
            Joined.with(Serdes.String(), readings(), JsonSerde.of(Place.class)))
        .to(topics.output(), Produced.with(Serdes.String(), JsonSerde.of(Placed.class)));
    return builder.build();
  }

  /** {@code .. FROM l JOIN r WITHIN 10 SECONDS GRACE PERIOD 10 SECONDS ON ..}. */
  static Topology streamStream(Topics topics) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, Reading> left =
        builder.stream(topics.input(), Consumed.with(Serdes.String(), readings()));
    KStream<String, Reading> right =
        builder.stream(topics.inputs().get(1), Consumed.with(Serdes.String(), readings()));
    left.join(
            right,
            JoinPrograms::pair,
            JoinWindows.ofTimeDifferenceAndGrace(WITHIN, WITHIN),
            StreamJoined.with(Serdes.String(), readings(), readings()))
        .to(topics.output(), Produced.with(Serdes.String(), JsonSerde.of(Pair.class)));
    return builder.build();
  }

  /** {@code .. FROM l JOIN r ON ..}, both being tables. */
  static Topology tableTable(Topics topics) {
    StreamsBuilder builder = new StreamsBuilder();
    KTable<String, Reading> left =
        builder.table(topics.input(), Consumed.with(Serdes.String(), readings()));
    KTable<String, Reading> right =
        builder.table(topics.inputs().get(1), Consumed.with(Serdes.String(), readings()));
    left.join(right, JoinPrograms::pair)
        .toStream()
        .to(topics.output(), Produced.with(Serdes.String(), JsonSerde.of(Pair.class)));
    return builder.build();
  }

  private static Pair pair(Reading left, Reading right) {
    return new Pair(left.id, right.id, left.amount);
  }
}
