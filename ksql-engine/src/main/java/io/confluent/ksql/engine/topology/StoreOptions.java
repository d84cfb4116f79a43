package io.confluent.ksql.engine.topology;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.processor.StateStore;

/**
 * How a query keeps its stores.
 *
 * @param backup whether they can be restored on another node
 * @param delay how long changes of a key may be put together before they reach a store, if at all
 */
record StoreOptions(Backup backup, Optional<Duration> delay) {
  /** Whether stores can be restored on another node. */
  enum Backup {
    /** A topic holds their changes. */
    CHANGELOG,
    /** They are lost with their node. */
    NONE
  }

  <K, V, S extends StateStore> Materialized<K, V, S> of(Materialized<K, V, S> store) {
    return switch (backup) {
      case CHANGELOG -> store.withLoggingEnabled(Map.of());
      case NONE -> store.withLoggingDisabled();
    };
  }

  <K, V, W> StreamJoined<K, V, W> of(StreamJoined<K, V, W> stores) {
    return switch (backup) {
      case CHANGELOG -> stores.withLoggingEnabled(Map.of());
      case NONE -> stores.withLoggingDisabled();
    };
  }
}
