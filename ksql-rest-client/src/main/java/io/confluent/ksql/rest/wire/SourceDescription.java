package io.confluent.ksql.rest.wire;

import java.util.List;
import java.util.Optional;

/**
 * A stream or table in full.
 *
 * @param name its name, exact in case
 * @param windowType kind of the windows of its keys, written as null if they are not windowed
 * @param readQueries the queries that read from it
 * @param writeQueries the queries that write to it
 * @param fields its columns, the key's first
 * @param type {@code STREAM} or {@code TABLE}
 * @param timestamp column that rows take their time from; empty for the record's time
 * @param statistics lines for people; empty unless extended
 * @param errorStats lines for people; empty unless extended
 * @param extended whether it was asked for with EXTENDED
 * @param keyFormat format of the keys
 * @param valueFormat format of the values
 * @param topic its Kafka topic
 * @param partitions number of the topic's partitions; 0 unless extended
 * @param replication number of the topic's replicas; 0 unless extended
 * @param statement the statement that created it
 * @param queryOffsetSummaries how far the queries that write to it have read their inputs, and
 *     those that read from it its topic
 * @param sourceConstraints names of the streams and tables that must be dropped before it
 * @param clusterStatistics counts of every server
 * @param clusterErrorStats counts of errors of every server
 */
public record SourceDescription(
    String name,
    Optional<String> windowType,
    List<RunningQuery> readQueries,
    List<RunningQuery> writeQueries,
    List<FieldDescription> fields,
    String type,
    String timestamp,
    String statistics,
    String errorStats,
    boolean extended,
    String keyFormat,
    String valueFormat,
    String topic,
    int partitions,
    int replication,
    String statement,
    List<QueryOffsets> queryOffsetSummaries,
    List<String> sourceConstraints,
    List<HostCount> clusterStatistics,
    List<HostCount> clusterErrorStats) {
  public SourceDescription {
    readQueries = Copies.of(readQueries);
    writeQueries = Copies.of(writeQueries);
    fields = Copies.of(fields);
    timestamp = Copies.text(timestamp);
    statistics = Copies.text(statistics);
    errorStats = Copies.text(errorStats);
    keyFormat = Copies.text(keyFormat);
    valueFormat = Copies.text(valueFormat);
    topic = Copies.text(topic);
    statement = Copies.text(statement);
    queryOffsetSummaries = Copies.of(queryOffsetSummaries);
    sourceConstraints = Copies.of(sourceConstraints);
    clusterStatistics = Copies.of(clusterStatistics);
    clusterErrorStats = Copies.of(clusterErrorStats);
  }

  /**
   * Where a consumer group stands in its topics.
   *
   * @param groupId the group
   * @param topicSummaries one for each topic
   */
  public record QueryOffsets(String groupId, List<TopicOffsets> topicSummaries) {
    public QueryOffsets {
      topicSummaries = Copies.of(topicSummaries);
    }
  }

  /**
   * Where a consumer group stands in a topic.
   *
   * @param kafkaTopic the topic
   * @param offsets one for each partition
   */
  public record TopicOffsets(String kafkaTopic, List<PartitionOffsets> offsets) {
    public TopicOffsets {
      offsets = Copies.of(offsets);
    }
  }

  /**
   * Where a consumer group stands in a partition.
   *
   * @param partition number of the partition
   * @param logStartOffset the first offset still kept
   * @param logEndOffset the offset after the last
   * @param consumerOffset the next offset to be read
   */
  public record PartitionOffsets(
      int partition, long logStartOffset, long logEndOffset, long consumerOffset) {}

  /**
   * A count of one server.
   *
   * @param host the server, as {@code host:port}
   * @param name what is counted
   * @param value the count
   * @param timestamp when it last changed, ms since the epoch
   */
  public record HostCount(String host, String name, double value, long timestamp) {}
}
