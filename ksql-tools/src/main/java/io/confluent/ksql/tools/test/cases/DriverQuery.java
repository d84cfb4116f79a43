package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** A query that runs without a broker. */
final class DriverQuery {
  private final String applicationId;
  private final PhysicalPlan plan;
  private final Supplier<TopologyTestDriver> drivers;
  private final Set<String> sources;
  private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
  private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();
  private final Set<String> written = new TreeSet<>();
  private TopologyTestDriver driver;

  /**
   * A query that has not read anything.
   *
   * @param drivers makes the driver; its state belongs to the thread that makes it
   */
  DriverQuery(String applicationId, PhysicalPlan plan, Supplier<TopologyTestDriver> drivers) {
    this.applicationId = applicationId;
    this.plan = plan;
    this.drivers = drivers;
    this.sources = sources(plan.root());
  }

  private static Set<String> sources(Step step) {
    Set<String> topics = new LinkedHashSet<>();
    if (step instanceof ScanStep scan) {
      topics.add(scan.topic());
    }
    step.inputs().forEach(input -> topics.addAll(sources(input)));
    return topics;
  }

  String applicationId() {
    return applicationId;
  }

  PhysicalPlan plan() {
    return plan;
  }

  /** Topics that it wrote to, internal ones too. */
  Set<String> written() {
    return written;
  }

  /**
   * Feeds the query: with the inputs of its topics as they are mixed, and with all records of those
   * of its topics that have no inputs. What it writes goes to the topics after each record.
   */
  void run(List<Map.Entry<String, StoredRecord>> fed, TopicRecords topics) {
    driver = drivers.get();
    Set<String> topicsFed = new TreeSet<>();
    for (Map.Entry<String, StoredRecord> input : fed) {
      if (sources.contains(input.getKey())) {
        pipe(input.getKey(), input.getValue(), topics);
      }
      topicsFed.add(input.getKey());
    }
    for (String source : sources) {
      if (!topicsFed.contains(source)) {
        topics.of(source).forEach(record -> pipe(source, record, topics));
      }
    }
  }

  private void pipe(String topic, StoredRecord record, TopicRecords topics) {
    inputs
        .computeIfAbsent(
            topic,
            name ->
                driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
        .pipeInput(
            new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
    for (String produced : driver.producedTopicNames()) {
      written.add(produced);
      drain(produced, topics);
    }
  }

  private void drain(String topic, TopicRecords topics) {
    TestOutputTopic<byte[], byte[]> output =
        outputs.computeIfAbsent(
            topic,
            name ->
                driver.createOutputTopic(
                    name, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    while (!output.isEmpty()) {
      TestRecord<byte[], byte[]> next = output.readRecord();
      topics.add(
          topic, new StoredRecord(next.key(), next.value(), next.timestamp(), next.headers()));
    }
  }

  void close() {
    if (driver != null) {
      driver.close();
    }
  }
}
