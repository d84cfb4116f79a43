package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.KsqlFunctionException;
import java.nio.ByteBuffer;

/** Operations on the remaining bytes of buffers; their positions stay as they are. */
final class Buffers {
  /** More than any record holds: a slip in a length must not exhaust the server's memory. */
  private static final int MAX_LENGTH = 1 << 24;

  private Buffers() {}

  static void checkLength(int length) {
    if (length > MAX_LENGTH) {
      throw new KsqlFunctionException("A length of " + length + " is beyond " + MAX_LENGTH + ".");
    }
  }

  static ByteBuffer empty() {
    return ByteBuffer.allocate(0);
  }

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  /** The parts with a separator between them; parts that are null are left out. */
  static ByteBuffer join(ByteBuffer separator, ByteBuffer... parts) {
    int length = 0;
    for (ByteBuffer part : parts) {
      length += part == null ? 0 : part.remaining() + separator.remaining();
    }
    ByteBuffer whole = ByteBuffer.allocate(length);
    for (ByteBuffer part : parts) {
      if (part != null) {
        if (whole.position() > 0 || part != first(parts)) {
          whole.put(separator.duplicate());
        }
        whole.put(part.duplicate());
      }
    }
    return whole.flip();
  }

  private static ByteBuffer first(ByteBuffer... parts) {
    for (ByteBuffer part : parts) {
      if (part != null) {
        return part;
      }
    }
    return null;
  }
}
