package io.confluent.ksql.function.builtin.bytes;

import io.confluent.ksql.function.KsqlFunctionException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** Numbers in bytes of a given order. */
final class Words {
  private Words() {}

  /** The bytes in the named order, from their beginning. */
  static ByteBuffer ordered(ByteBuffer bytes, String order, int length) {
    if (bytes.remaining() != length) {
      throw new KsqlFunctionException(
          "Exactly " + length + " bytes are wanted, not " + bytes.remaining() + ".");
    }
    return bytes.slice().order(order(order));
  }

  private static ByteOrder order(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "BIG_ENDIAN" -> ByteOrder.BIG_ENDIAN;
      case "LITTLE_ENDIAN" -> ByteOrder.LITTLE_ENDIAN;
      default ->
          throw new KsqlFunctionException(
              "There is no byte order '" + name + "'; there are BIG_ENDIAN and LITTLE_ENDIAN.");
    };
  }
}
