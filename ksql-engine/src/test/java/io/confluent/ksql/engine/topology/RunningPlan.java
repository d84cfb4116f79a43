package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.log.InMemoryProcessingLog;
import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.serde.Formats;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.apache.kafka.streams.test.TestRecord;

/** A plan that runs without Kafka: text in, text out. */
final class RunningPlan implements AutoCloseable {
  private final InMemoryProcessingLog log = new InMemoryProcessingLog(100);
  private final QueryCounters counters = new QueryCounters();
  private final Topology topology;
  private final TopologyTestDriver driver;

  RunningPlan(PhysicalPlan plan) {
    this(plan, TopologyContext.OnError.LOG);
  }

  RunningPlan(PhysicalPlan plan, TopologyContext.OnError onError) {
    topology = new TopologyBuilder(context(onError), properties()).build(plan);
    driver = newDriver();
  }

  RunningPlan(PhysicalPlan plan, RowConsumer consumer) {
    topology =
        new TopologyBuilder(context(TopologyContext.OnError.LOG), properties())
            .build(plan, consumer);
    driver = newDriver();
  }

  private TopologyTestDriver newDriver() {
    Properties config = new Properties();
    config.putAll(properties());
    return new TopologyTestDriver(topology, config);
  }

  private TopologyContext context(TopologyContext.OnError onError) {
    return new TopologyContext(
        "CSAS_OUT_0",
        FunctionRegistry.builder().builtIn(Failing.class, Total.class, Letters.class).build(),
        Map.of(),
        Formats.installed(),
        Optional.empty(),
        log,
        counters,
        onError,
        onError);
  }

  private static Map<String, Object> properties() {
    return Map.of(
        StreamsConfig.APPLICATION_ID_CONFIG,
        "app",
        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
        "none:9092",
        "__emit.interval.ms.kstreams.windowed.aggregation__",
        0L,
        StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
        0L,
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
  }

  Topology topology() {
    return topology;
  }

  TopologyTestDriver driver() {
    return driver;
  }

  QueryCounters counters() {
    return counters;
  }

  List<ProcessingError> errors() {
    return log.errors();
  }

  RunningPlan send(String key, String value, long timestamp) {
    return send("input", bytes(key), bytes(value), timestamp, new RecordHeaders());
  }

  RunningPlan send(String topic, String key, String value, long timestamp) {
    return send(topic, bytes(key), bytes(value), timestamp, new RecordHeaders());
  }

  RunningPlan send(String topic, byte[] key, byte[] value, long timestamp, Headers headers) {
    TestInputTopic<byte[], byte[]> input =
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    input.pipeInput(new TestRecord<>(key, value, headers, timestamp));
    return this;
  }

  /** What was written since the last call, as {@code key=value@time}. */
  List<String> output() {
    List<String> all = new ArrayList<>();
    for (TestRecord<byte[], byte[]> written : records()) {
      all.add(text(written.key()) + "=" + text(written.value()) + "@" + written.timestamp());
    }
    return all;
  }

  List<TestRecord<byte[], byte[]>> records() {
    TestOutputTopic<byte[], byte[]> output =
        driver.createOutputTopic(
            "output", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    return output.readRecordsToList();
  }

  static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    driver.close();
  }
}
