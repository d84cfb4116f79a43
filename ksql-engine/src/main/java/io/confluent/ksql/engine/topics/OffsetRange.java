package io.confluent.ksql.engine.topics;

/**
 * The records that a partition holds.
 *
 * @param partition number of the partition
 * @param start offset of the first
 * @param end offset after the last
 */
public record OffsetRange(int partition, long start, long end) {
  /** How many records there are, marks of transactions and records that compaction removed too. */
  public long size() {
    return end - start;
  }
}
