package io.confluent.ksql.serde;

/** The values of a row to bytes. For one thread at a time. */
@FunctionalInterface
public interface RowEncoder {
  /**
   * The bytes to be written.
   *
   * @param values one a column, in the Java types of {@link io.confluent.ksql.row.Row}; null for no
   *     row
   * @return null if there is no row
   * @throws EncodeException if the format cannot hold the values
   */
  byte[] encode(Object[] values);

  /**
   * Does what is needed once before the first row, such as registering a schema; calling it again
   * changes nothing. Who does not call it pays for it with the first row.
   *
   * @throws io.confluent.ksql.serde.registry.RegistryException if the registry refuses or cannot be
   *     asked
   */
  default void prepare() {}
}
