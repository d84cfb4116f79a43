package io.confluent.ksql.benchmarks.latency;

/** Where rows that were sent come out again. */
interface RowSource extends AutoCloseable {
  /**
   * Gives the numbers of the rows that have come since the last call, and waits a little for some.
   */
  int[] next();

  @Override
  void close();
}
