package io.confluent.ksql.rest.wire;

import java.util.List;
import java.util.Map;

/**
 * The answer of {@code GET /clusterStatus}.
 *
 * @param clusterStatus every server, by {@code host:port}
 */
public record ClusterStatus(Map<String, Host> clusterStatus) {
  public ClusterStatus {
    clusterStatus = Copies.of(clusterStatus);
  }

  /**
   * A server as the others see it.
   *
   * @param hostAlive whether it is heard of
   * @param lastStatusUpdateMs when that last changed, ms since the epoch
   * @param activeStandbyPerQuery which stores it holds, by query
   * @param hostStoreLags how far its stores are behind
   */
  public record Host(
      boolean hostAlive,
      long lastStatusUpdateMs,
      Map<String, Stores> activeStandbyPerQuery,
      HostStoreLags hostStoreLags) {
    public Host {
      activeStandbyPerQuery = Copies.of(activeStandbyPerQuery);
    }
  }

  /**
   * The stores of a query on a server.
   *
   * @param activeStores names of the stores it answers from
   * @param activePartitions the partitions those hold
   * @param standByStores names of the stores it keeps for others
   * @param standByPartitions the partitions those hold
   */
  public record Stores(
      List<String> activeStores,
      List<TopicPartition> activePartitions,
      List<String> standByStores,
      List<TopicPartition> standByPartitions) {
    public Stores {
      activeStores = Copies.of(activeStores);
      activePartitions = Copies.of(activePartitions);
      standByStores = Copies.of(standByStores);
      standByPartitions = Copies.of(standByPartitions);
    }
  }
}
