package io.confluent.ksql.schema.ksql.types;

/** The type of a time unit given to a function, as in {@code TIMESTAMPADD(HOURS, 1, t)}. */
public enum SqlIntervalUnit {
  INSTANCE
}
