package io.confluent.ksql.rest.wire;

import java.util.Map;

/**
 * How far the stores of a server are behind.
 *
 * @param stateStoreLags by {@code applicationId#store}
 * @param updateTimeMs when that was measured, ms since the epoch
 */
public record HostStoreLags(Map<String, StoreLags> stateStoreLags, long updateTimeMs) {
  public HostStoreLags {
    stateStoreLags = Copies.of(stateStoreLags);
  }

  /**
   * How far a store is behind.
   *
   * @param lagByPartition by number of the partition
   * @param size how many partitions
   */
  public record StoreLags(Map<Integer, Lag> lagByPartition, int size) {
    public StoreLags {
      lagByPartition = Copies.of(lagByPartition);
    }
  }

  /**
   * How far a partition of a store is behind.
   *
   * @param currentOffsetPosition the offset it has come to
   * @param endOffsetPosition the offset it must come to
   * @param offsetLag the difference
   */
  public record Lag(long currentOffsetPosition, long endOffsetPosition, long offsetLag) {}
}
