package io.confluent.ksql.benchmarks.data;

/** The records of a topic, each a function of its number: any process makes the same. */
public interface Rows {
  /** Milliseconds of the first record; a whole minute. */
  long START = 1_740_787_200_000L;

  /** The key of a record; null for none. */
  byte[] key(long number);

  /** The value of a record. */
  byte[] value(long number);

  /** When it happened: a thousand a second. */
  default long time(long number) {
    return START + number;
  }
}
