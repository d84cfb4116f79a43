package io.confluent.ksql.benchmarks.data;

import java.nio.charset.StandardCharsets;

/** Where each sensor is: one row a sensor, as JSON, before the first reading. */
public final class Places implements Rows {
  @Override
  public byte[] key(long number) {
    return ("sensor-" + number).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] value(long number) {
    return "{\"CITY\":\"city-%d\",\"FLOOR\":%d}"
        .formatted(number % 50, number % 7)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long time(long number) {
    return START - 1000;
  }
}
