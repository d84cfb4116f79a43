package io.confluent.ksql.benchmarks.program;

import io.confluent.ksql.engine.query.SharedRocksDbMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What a server's queries run with, for programs that must run with the same.
 *
 * @param name as a server's settings have it; empty for what a server does unasked
 * @param guarantee {@code processing.guarantee}
 */
public record Profile(String name, String guarantee) {
  /** A server's own choice, each row at least once. */
  public static final Profile USUAL = new Profile("", StreamsConfig.AT_LEAST_ONCE);

  /** The same, each row exactly once. */
  public Profile exactlyOnce() {
    return new Profile(name, StreamsConfig.EXACTLY_ONCE_V2);
  }

  /** Settings of a server. */
  public Map<String, String> server() {
    Map<String, String> settings = new HashMap<>();
    settings.put("ksql.streams." + StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    settings.put("ksql.streams." + ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    if (!name.isEmpty()) {
      settings.put("ksql.profile", name);
    }
    return settings;
  }

  /** The same for Kafka Streams. */
  Properties streams() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 2000);
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 10_000_000L);
    properties.put(
        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksDbMemory.class.getName());
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    producer().forEach((key, value) -> properties.put(StreamsConfig.producerPrefix(key), value));
    return properties;
  }

  /** The same for a producer. */
  Map<String, Object> producer() {
    return Map.of(ProducerConfig.BATCH_SIZE_CONFIG, 262_144, ProducerConfig.LINGER_MS_CONFIG, 2);
  }
}
