package io.confluent.ksql.benchmarks.program;

import org.apache.kafka.streams.Topology;

/** A program for Kafka Streams. */
@FunctionalInterface
public interface HandWritten {
  /** What it does, between these topics. */
  Topology topology(Topics topics);
}
