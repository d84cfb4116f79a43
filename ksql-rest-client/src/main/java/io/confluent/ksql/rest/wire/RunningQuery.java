package io.confluent.ksql.rest.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of LIST QUERIES.
 *
 * @param queryString the query as SQL text
 * @param sinks names of the streams and tables it writes to; none for a push query
 * @param sinkKafkaTopics the topics of those
 * @param id its id
 * @param statusCount how many servers have it in which state, as {@code RUNNING -> 1}
 * @param queryType {@code PERSISTENT} or {@code PUSH}
 * @param state its state over all servers; written as null if there is none
 */
public record RunningQuery(
    String queryString,
    List<String> sinks,
    List<String> sinkKafkaTopics,
    String id,
    Map<String, Integer> statusCount,
    String queryType,
    Optional<String> state) {
  public RunningQuery {
    queryString = Copies.text(queryString);
    sinks = Copies.of(sinks);
    sinkKafkaTopics = Copies.of(sinkKafkaTopics);
    statusCount = Copies.of(statusCount);
    queryType = Copies.text(queryType);
  }
}
