package io.confluent.ksql.connect.search;

import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A document to write or to delete.
 *
 * @param record where it comes from
 * @param lines its lines of a bulk request
 */
record Document(SinkRecord record, String index, String id, String lines) {}
