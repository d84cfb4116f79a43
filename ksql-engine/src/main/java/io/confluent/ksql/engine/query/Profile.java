package io.confluent.ksql.engine.query;

/** What the clients of a query are set up for, where nobody says otherwise. */
public enum Profile {
  /** Rows are seen soon. */
  LATENCY,
  /** Rows cost little. */
  THROUGHPUT
}
