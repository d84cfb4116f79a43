package io.confluent.ksql.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stores that a query keeps on this node.
 *
 * @param applicationId of the query
 * @param names the stores
 * @param partitions the partitions of the topics that it reads here, by topic
 * @param lags how far each partition of each store is behind
 */
public record KeptStores(
    String applicationId,
    Set<String> names,
    Map<String, List<Integer>> partitions,
    Map<String, Map<Integer, Lag>> lags) {
  public KeptStores {
    names = Set.copyOf(names);
    partitions = Map.copyOf(partitions);
    lags = Map.copyOf(lags);
  }

  /**
   * How far a partition of a store is behind.
   *
   * @param current the offset of its changelog that it has come to
   * @param end the offset that it must come to
   */
  public record Lag(long current, long end) {}
}
