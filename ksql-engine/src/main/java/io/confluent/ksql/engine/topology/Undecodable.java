package io.confluent.ksql.engine.topology;

import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.DecodeException;

/**
 * Stands for a key or a value that could not be decoded, until the scan's processor, which knows
 * the record's place, drops the record and says so.
 *
 * @param side which half
 * @param cause why
 * @param bytes what stood in the topic
 */
record Undecodable(Schema.Side side, DecodeException cause, byte[] bytes) {}
