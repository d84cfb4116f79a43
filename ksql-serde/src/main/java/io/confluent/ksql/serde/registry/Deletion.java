package io.confluent.ksql.serde.registry;

/** How something is deleted from a registry. */
public enum Deletion {
  /** No longer listed; schemas keep their ids, so that records can still be read. */
  SOFT,
  /** Gone; only after a soft deletion. */
  PERMANENT
}
