package io.confluent.ksql.rest.wire;

/**
 * The answer of {@code POST /topics/<stream>/rows}: all rows are in the topic.
 *
 * @param accepted how many rows the request had
 */
public record RowsAccepted(int accepted) {}
