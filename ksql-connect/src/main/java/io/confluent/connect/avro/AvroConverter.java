package io.confluent.connect.avro;

/**
 * The name by which existing configurations call {@link
 * io.confluent.ksql.connect.avro.AvroConverter}.
 */
public final class AvroConverter extends io.confluent.ksql.connect.avro.AvroConverter {}
