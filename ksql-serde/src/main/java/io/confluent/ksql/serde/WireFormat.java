package io.confluent.ksql.serde;

import java.nio.ByteBuffer;

/** What stands before the data of a record: a zero byte, then the schema's id in 4 bytes. */
public final class WireFormat {
  /** Number of bytes before the data. */
  public static final int PREFIX_LENGTH = 1 + Integer.BYTES;

  private static final byte MAGIC = 0;

  private WireFormat() {}

  /** Whether the bytes begin like those of a record with a schema id. */
  public static boolean isPrefixed(byte[] bytes) {
    return bytes.length >= PREFIX_LENGTH && bytes[0] == MAGIC;
  }

  /**
   * The schema's id.
   *
   * @throws DecodeException if the bytes do not begin with one
   */
  public static int schemaId(byte[] bytes) {
    if (!isPrefixed(bytes)) {
      throw new DecodeException(
          "The record does not begin with a zero byte and a schema id, so it was not written with a"
              + " schema registry");
    }
    return ByteBuffer.wrap(bytes).getInt(1);
  }

  /** The bytes that stand before the data. */
  public static byte[] prefix(int schemaId) {
    return ByteBuffer.allocate(PREFIX_LENGTH).put(MAGIC).putInt(schemaId).array();
  }
}
