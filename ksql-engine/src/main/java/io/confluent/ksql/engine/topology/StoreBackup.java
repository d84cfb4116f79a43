package io.confluent.ksql.engine.topology;

import java.util.Map;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;

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

  <S extends StateStore> StoreBuilder<S> of(StoreBuilder<S> store) {
    return switch (this) {
      case CHANGELOG -> store.withLoggingEnabled(Map.of());
      case NONE -> store.withLoggingDisabled();
    };
  }
}
