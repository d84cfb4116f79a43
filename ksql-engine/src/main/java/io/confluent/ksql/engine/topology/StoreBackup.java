package io.confluent.ksql.engine.topology;

import java.util.Map;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.processor.StateStore;

/** Whether stores can be restored on another node. */
enum StoreBackup {
  /** A topic holds their changes. */
  CHANGELOG,
  /** They are lost with their node. */
  NONE;

  <K, V, S extends StateStore> Materialized<K, V, S> of(Materialized<K, V, S> store) {
    return switch (this) {
      case CHANGELOG -> store.withLoggingEnabled(Map.of());
      case NONE -> store.withLoggingDisabled();
    };
  }

  <K, V, W> StreamJoined<K, V, W> of(StreamJoined<K, V, W> stores) {
    return switch (this) {
      case CHANGELOG -> stores.withLoggingEnabled(Map.of());
      case NONE -> stores.withLoggingDisabled();
    };
  }
}
