/** How long one row, one answer and one start take, and what a query costs that does nothing. */
package io.confluent.ksql.benchmarks.latency;
