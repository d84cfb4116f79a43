package io.confluent.ksql.rest.server;

import io.confluent.ksql.setting.Setting;
import java.util.List;

/** Settings of the processing log, in which records stand that failed. */
public final class ProcessingLogSettings {
  /** Its topic. */
  public static final Setting<String> TOPIC =
      Setting.text("ksql.logging.processing.topic.name")
          .doc(
              "Topic of the processing log; empty: the service id followed by"
                  + " ksql_processing_log.");

  /** Whether its topic is made. */
  public static final Setting<Boolean> CREATE_TOPIC =
      Setting.flag("ksql.logging.processing.topic.auto.create")
          .defaultsTo(true)
          .doc("Whether the server makes the topic of the processing log.");

  /** Partitions of a topic that is made. */
  public static final Setting<Long> PARTITIONS =
      Setting.number("ksql.logging.processing.topic.partitions")
          .defaultsTo(1L)
          .atLeast(1L)
          .doc("Partitions of the topic of the processing log, where the server makes it.");

  /** Replicas of a topic that is made. */
  public static final Setting<Long> REPLICAS =
      Setting.number("ksql.logging.processing.topic.replication.factor")
          .defaultsTo(1L)
          .atLeast(1L)
          .doc("Replicas of the topic of the processing log, where the server makes it.");

  /** Whether there is a stream over it. */
  public static final Setting<Boolean> CREATE_STREAM =
      Setting.flag("ksql.logging.processing.stream.auto.create")
          .doc("Whether the server makes a stream over the topic of the processing log.");

  /** Name of that stream. */
  public static final Setting<String> STREAM =
      Setting.text("ksql.logging.processing.stream.name")
          .defaultsTo("KSQL_PROCESSING_LOG")
          .doc("Name of the stream over the processing log, where the server makes it.");

  /** All of them. */
  public static final List<Setting<?>> ALL =
      List.of(TOPIC, CREATE_TOPIC, PARTITIONS, REPLICAS, CREATE_STREAM, STREAM);

  private ProcessingLogSettings() {}
}
