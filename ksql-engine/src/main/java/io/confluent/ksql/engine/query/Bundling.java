package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.topology.RecordBundles;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;

/** Which topics a query reads in bundles. */
final class Bundling {
  private static final String BUFFERED = StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG;

  /** Classes that decide about one record that fails; they would leave out a bundle. */
  private static final Set<String> HANDLERS =
      Set.of(
          StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
          "default." + StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
          StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG);

  private Bundling() {}

  static Set<String> topics(PhysicalPlan plan, Map<String, ?> properties) {
    return HANDLERS.stream().anyMatch(properties::containsKey)
        ? Set.of()
        : RecordBundles.topics(plan);
  }

  /** Sets that for which Kafka Streams counts a bundle as one record. */
  static void count(Map<String, Object> properties) {
    Object records =
        properties.getOrDefault(BUFFERED, StreamsConfig.configDef().defaultValues().get(BUFFERED));
    int parsed = (Integer) ConfigDef.parseType(BUFFERED, records, ConfigDef.Type.INT);
    properties.put(BUFFERED, RecordBundles.count(parsed));
  }
}
