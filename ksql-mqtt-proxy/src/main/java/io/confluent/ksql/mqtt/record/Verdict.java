package io.confluent.ksql.mqtt.record;

/** What has become of a publication. */
public enum Verdict {
  /** It is stored in Kafka. */
  STORED,
  /** Its topic leads to no Kafka topic. */
  NOT_ROUTED,
  /** Its client must not publish to its topic. */
  NOT_ALLOWED,
  /** Its payload must be JSON, and is not. */
  NOT_JSON,
  /** It is longer than Kafka takes. */
  TOO_LARGE,
  /** Kafka has not stored it. */
  UNAVAILABLE
}
