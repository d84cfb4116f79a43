package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The topics that a case reads. They grow while nothing is measured, so that they need not have the
 * rows of the fastest machine.
 */
final class Feed {
  private final Kafka kafka;
  private final Pipeline pipeline;
  private final List<Input> inputs;
  private final List<String> topics = new ArrayList<>();
  private long rows;

  /** Makes the topics; those with a number of rows of their own are filled. */
  Feed(Kafka kafka, Pipeline pipeline, SchemaRegistry schemas) {
    this.kafka = kafka;
    this.pipeline = pipeline;
    inputs = pipeline.inputs().apply(schemas);
    for (Input input : inputs) {
      String topic = kafka.unused(pipeline.name() + "-in");
      kafka.fill(topic, input.rows(), input.count());
      topics.add(topic);
    }
  }

  Pipeline pipeline() {
    return pipeline;
  }

  List<String> topics() {
    return List.copyOf(topics);
  }

  /** How many there are in each topic that grows. */
  long rows() {
    return rows;
  }

  /** Sees to it that a process which has read so many finds enough for so long. */
  void provide(long read, Duration time) {
    long wanted = read + pipeline.rowsPerSecond() * time.toMillis() / 1000;
    if (wanted <= rows) {
      return;
    }
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).grows()) {
        kafka.append(topics.get(i), inputs.get(i).rows(), rows, wanted);
      }
    }
    rows = wanted;
  }

  void delete() {
    kafka.delete(topics);
  }
}
