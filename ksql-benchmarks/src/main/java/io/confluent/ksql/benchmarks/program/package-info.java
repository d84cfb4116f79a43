/**
 * Programs that do what the statements of the benchmarks say, written by hand for Kafka Streams as
 * one would who has no SQL: typed values, the usual libraries, nothing of the engine but the kernel
 * that scores.
 */
package io.confluent.ksql.benchmarks.program;
