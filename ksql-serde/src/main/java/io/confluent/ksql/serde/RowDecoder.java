package io.confluent.ksql.serde;

/** Bytes to the values of a row. For one thread at a time. */
@FunctionalInterface
public interface RowDecoder {
  /**
   * The values, one a column, in the Java types of {@link io.confluent.ksql.row.Row}.
   *
   * @param bytes what stands in the topic; may be null
   * @return null if there is no row: null bytes, or a bare value that is null
   * @throws DecodeException if the bytes are not a row of these columns
   * @throws io.confluent.ksql.serde.registry.RegistryException if the registry could not be asked;
   *     the bytes may be good, so the record must not be skipped
   */
  Object[] decode(byte[] bytes);
}
