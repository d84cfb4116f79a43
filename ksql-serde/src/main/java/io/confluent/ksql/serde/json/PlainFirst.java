package io.confluent.ksql.serde.json;

import io.confluent.ksql.serde.RowDecoder;

/**
 * Reads plain objects in the quick way, and whatever else there is by the parser.
 *
 * @param plain reads plain objects
 * @param any reads everything
 */
record PlainFirst(PlainObjectReader plain, JsonDecoder any) implements RowDecoder {
  @Override
  public Object[] decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    Object[] values = plain.read(bytes, 0);
    return values == PlainObjectReader.NOT_PLAIN ? any.decode(bytes) : values;
  }
}
