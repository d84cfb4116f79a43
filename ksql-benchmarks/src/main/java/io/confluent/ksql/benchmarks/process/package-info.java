/** Processes that a benchmark starts, watches and ends: broker, server, hand-written programs. */
package io.confluent.ksql.benchmarks.process;
