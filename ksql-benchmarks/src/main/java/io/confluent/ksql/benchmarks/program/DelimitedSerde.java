package io.confluent.ksql.benchmarks.program;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Readings as values between commas. Its author knows that none is ever quoted. */
final class DelimitedSerde {
  private DelimitedSerde() {}

  static Serde<Reading> readings() {
    Serializer<Reading> serializer =
        (topic, reading) ->
            reading == null ? null : write(reading).getBytes(StandardCharsets.UTF_8);
    Deserializer<Reading> deserializer =
        (topic, bytes) -> bytes == null ? null : read(new String(bytes, StandardCharsets.UTF_8));
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static Reading read(String line) {
    String[] values = line.split(",", -1);
    Reading reading = new Reading();
    reading.id = values[0].isEmpty() ? null : Long.valueOf(values[0]);
    reading.name = values[1];
    reading.amount = values[2].isEmpty() ? null : Double.valueOf(values[2]);
    reading.flag = values[3].isEmpty() ? null : Boolean.valueOf(values[3]);
    reading.note = values[4];
    return reading;
  }

  private static String write(Reading reading) {
    return new StringBuilder(reading.note.length() + 64)
        .append(reading.id)
        .append(',')
        .append(reading.name)
        .append(',')
        .append(reading.amount)
        .append(',')
        .append(reading.flag)
        .append(',')
        .append(reading.note)
        .toString();
  }
}
