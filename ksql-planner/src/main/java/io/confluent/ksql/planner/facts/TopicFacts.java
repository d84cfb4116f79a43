package io.confluent.ksql.planner.facts;

import java.util.OptionalLong;

/**
 * A topic as it was found.
 *
 * @param partitions how many it has
 * @param replicas how many copies each partition has
 * @param retentionMs its {@code retention.ms}, if known; -1 for ever
 */
public record TopicFacts(int partitions, int replicas, OptionalLong retentionMs) {}
