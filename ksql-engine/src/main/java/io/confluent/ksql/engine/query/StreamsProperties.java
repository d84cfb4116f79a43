package io.confluent.ksql.engine.query;

import io.confluent.ksql.setting.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of Kafka Streams for a query. */
public final class StreamsProperties {
  private static final Set<String> KNOWN = known();
  private static final Set<String> PREFIXES =
      Set.of(
          StreamsConfig.CONSUMER_PREFIX,
          StreamsConfig.MAIN_CONSUMER_PREFIX,
          StreamsConfig.RESTORE_CONSUMER_PREFIX,
          StreamsConfig.GLOBAL_CONSUMER_PREFIX,
          StreamsConfig.PRODUCER_PREFIX,
          StreamsConfig.ADMIN_CLIENT_PREFIX,
          StreamsConfig.TOPIC_PREFIX);

  private static final String AS_THE_SYSTEM_LIKES = "-1";

  /** One thread a query keeps memory low where many queries run. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          StreamsConfig.NUM_STREAM_THREADS_CONFIG,
          "1",
          StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
          SharedRocksDbMemory.class.getName(),
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          "latest");

  /** {@code docs/decisions/0067-profiles.md} has the numbers. */
  private static final Map<Profile, Map<String, String>> OF_PROFILES =
      Map.of(
          Profile.LATENCY,
          Map.ofEntries(
              Map.entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "2000"),
              Map.entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "10000000"),
              producer(ProducerConfig.BATCH_SIZE_CONFIG, "262144"),
              producer(ProducerConfig.LINGER_MS_CONFIG, "1")),
          Profile.THROUGHPUT,
          Map.ofEntries(
              Map.entry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "5000"),
              Map.entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "67108864"),
              // What brokers of all times take.
              producer(ProducerConfig.BATCH_SIZE_CONFIG, "1000000"),
              producer(ProducerConfig.BUFFER_MEMORY_CONFIG, "67108864"),
              producer(ProducerConfig.LINGER_MS_CONFIG, "20"),
              producer(ProducerConfig.SEND_BUFFER_CONFIG, AS_THE_SYSTEM_LIKES),
              consumer(ConsumerConfig.RECEIVE_BUFFER_CONFIG, AS_THE_SYSTEM_LIKES),
              consumer(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "8388608")));

  /** With exactly-once a row is seen when it is committed. */
  private static final Map<Profile, String> EXACTLY_ONCE_COMMITS =
      Map.of(Profile.LATENCY, "20", Profile.THROUGHPUT, "500");

  private static final String OLD_CACHE_SIZE = "cache.max.bytes.buffering";

  private StreamsProperties() {}

  private static Map.Entry<String, String> producer(String name, String value) {
    return Map.entry(StreamsConfig.producerPrefix(name), value);
  }

  private static Map.Entry<String, String> consumer(String name, String value) {
    return Map.entry(StreamsConfig.mainConsumerPrefix(name), value);
  }

  /** Defaults, and over them what the settings say of Kafka. */
  public static Map<String, Object> of(Settings settings, String applicationId) {
    Profile profile = settings.get(QuerySettings.PROFILE);
    Map<String, Object> properties = new HashMap<>(DEFAULTS);
    OF_PROFILES
        .get(profile)
        .forEach(
            (name, value) -> {
              if (settings.given().keySet().stream().noneMatch(given -> isShorter(given, name))) {
                properties.put(name, value);
              }
            });
    if (StreamsConfig.EXACTLY_ONCE_V2.equals(
        settings.given().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))) {
      properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, EXACTLY_ONCE_COMMITS.get(profile));
    }
    settings
        .given()
        .forEach(
            (name, value) -> {
              if (isKafkas(name)) {
                properties.put(name, value);
              }
            });
    Object oldCacheSize = properties.remove(OLD_CACHE_SIZE);
    if (oldCacheSize != null
        && !settings.given().containsKey(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG)) {
      properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, oldCacheSize);
    }
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    return properties;
  }

  /**
   * Whether a name is the other one with a shorter prefix or none; Kafka would prefer the longer.
   */
  private static boolean isShorter(String given, String name) {
    return name.endsWith("." + given);
  }

  private static boolean isKafkas(String name) {
    return KNOWN.contains(name)
        || name.equals(OLD_CACHE_SIZE)
        || name.startsWith("__emit.interval.ms.")
        || PREFIXES.stream().anyMatch(name::startsWith);
  }

  private static Set<String> known() {
    Set<String> names = new TreeSet<>(StreamsConfig.configDef().names());
    names.addAll(ConsumerConfig.configNames());
    names.addAll(ProducerConfig.configNames());
    names.addAll(AdminClientConfig.configNames());
    return names;
  }
}
