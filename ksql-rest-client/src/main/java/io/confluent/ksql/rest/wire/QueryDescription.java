package io.confluent.ksql.rest.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query in full.
 *
 * @param id its id; empty for one that does not run
 * @param statementText the query as SQL text
 * @param windowType kind of the windows of its result's keys, written as null if not windowed
 * @param fields columns of its result
 * @param sources names of the streams and tables it reads
 * @param sinks names of the streams and tables it writes
 * @param topology its topology, for people
 * @param executionPlan its plan, for people
 * @param overriddenProperties the properties it was started with
 * @param ksqlHostQueryStatus its state on every server, by {@code host:port}
 * @param queryType {@code PERSISTENT} or {@code PUSH}
 * @param queryErrors its last errors
 * @param tasksMetadata where its tasks stand
 * @param state its state over all servers; written as null if it does not run
 * @param consumerGroupId its consumer group; written as null if it does not run
 */
public record QueryDescription(
    String id,
    String statementText,
    Optional<String> windowType,
    List<FieldDescription> fields,
    List<String> sources,
    List<String> sinks,
    String topology,
    String executionPlan,
    Map<String, Object> overriddenProperties,
    Map<String, String> ksqlHostQueryStatus,
    String queryType,
    List<QueryError> queryErrors,
    List<StreamsTask> tasksMetadata,
    Optional<String> state,
    Optional<String> consumerGroupId) {
  public QueryDescription {
    id = Copies.text(id);
    statementText = Copies.text(statementText);
    fields = Copies.of(fields);
    sources = Copies.of(sources);
    sinks = Copies.of(sinks);
    topology = Copies.text(topology);
    executionPlan = Copies.text(executionPlan);
    overriddenProperties = Copies.of(overriddenProperties);
    ksqlHostQueryStatus = Copies.of(ksqlHostQueryStatus);
    queryType = Copies.text(queryType);
    queryErrors = Copies.of(queryErrors);
    tasksMetadata = Copies.of(tasksMetadata);
  }

  /**
   * An error that a query met.
   *
   * @param timestamp when, ms since the epoch
   * @param errorMessage what
   * @param type whose fault: {@code USER}, {@code SYSTEM} or {@code UNKNOWN}
   */
  public record QueryError(long timestamp, String errorMessage, String type) {}

  /**
   * A task of Kafka Streams.
   *
   * @param taskId its id
   * @param topicOffsets where it stands in its inputs
   */
  public record StreamsTask(String taskId, List<TaskOffset> topicOffsets) {
    public StreamsTask {
      topicOffsets = Copies.of(topicOffsets);
    }
  }

  /**
   * Where a task stands in a partition.
   *
   * @param topicPartitionEntity which partition
   * @param endOffset the offset after the last
   * @param committedOffset the next offset to be read
   */
  public record TaskOffset(
      TopicPartition topicPartitionEntity, long endOffset, long committedOffset) {}
}
