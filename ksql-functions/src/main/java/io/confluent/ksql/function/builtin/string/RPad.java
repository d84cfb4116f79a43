package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The SQL function {@code RPAD}. */
@UdfDescription(
    name = "RPad",
    category = FunctionCategory.STRING,
    description =
        "The text, or the bytes, brought to a length: filled up on the right, or cut at the"
            + " end. NULL for a negative length or an empty padding.")
@UdfExample(sql = "RPAD('Foo', 7, 'Bar')", result = "'FooBarB'")
@UdfExample(sql = "RPAD('Foo', 2, 'Bar')", result = "'Fo'")
public final class RPad {
  @Udf(strict = true)
  public String rpad(String text, int length, String padding) {
    Buffers.checkLength(length);
    if (length < 0 || padding.isEmpty()) {
      return null;
    }
    int missing = length - text.length();
    return missing <= 0 ? text.substring(0, length) : text + fill(missing, padding);
  }

  @Udf(strict = true)
  public ByteBuffer rpad(ByteBuffer bytes, int length, ByteBuffer padding) {
    Buffers.checkLength(length);
    if (length < 0 || !padding.hasRemaining()) {
      return null;
    }
    int missing = length - bytes.remaining();
    return missing <= 0
        ? ByteBuffer.wrap(Arrays.copyOf(Buffers.bytes(bytes), length))
        : Buffers.join(Buffers.empty(), bytes, filled(missing, padding));
  }

  private static String fill(int length, String padding) {
    return padding.repeat(length / padding.length())
        + padding.substring(0, length % padding.length());
  }

  private static ByteBuffer filled(int length, ByteBuffer padding) {
    byte[] pattern = Buffers.bytes(padding);
    byte[] filled = new byte[length];
    for (int i = 0; i < length; i++) {
      filled[i] = pattern[i % pattern.length];
    }
    return ByteBuffer.wrap(filled);
  }
}
