package io.confluent.ksql.mqtt.kafka;

import java.util.concurrent.CompletableFuture;

/** Where records for subscribers come from. */
public interface RecordFeed extends AutoCloseable {
  /**
   * Begins to read a topic, if it is not read yet: whatever is written after the answer comes.
   * Every watch is ended by an {@link #unwatch}, also one that fails.
   */
  CompletableFuture<Void> watch(String kafkaTopic);

  /** Ends one watch; the last one ends the reading. */
  void unwatch(String kafkaTopic);

  @Override
  void close();
}
