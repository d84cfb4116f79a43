package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The SQL function {@code SUBSTRING}. */
@UdfDescription(
    name = "substring",
    category = FunctionCategory.STRING,
    description =
        "The part of a text, or of bytes, from a position that counts from 1, or if negative"
            + " from the end; to the end or of that length.")
@UdfExample(sql = "SUBSTRING('stream', 1, 4)", result = "'stre'")
@UdfExample(sql = "SUBSTRING('stream', -3)", result = "'eam'")
public final class Substring {
  @Udf(strict = true)
  public String substring(String text, int position) {
    return text.substring(start(text.length(), position));
  }

  @Udf(strict = true)
  public String substring(String text, int position, int length) {
    int start = start(text.length(), position);
    return text.substring(start, end(text.length(), start, length));
  }

  @Udf(strict = true)
  public ByteBuffer substring(ByteBuffer bytes, int position) {
    return slice(bytes, start(bytes.remaining(), position), bytes.remaining());
  }

  @Udf(strict = true)
  public ByteBuffer substring(ByteBuffer bytes, int position, int length) {
    int start = start(bytes.remaining(), position);
    return slice(bytes, start, end(bytes.remaining(), start, length));
  }

  private static int start(int total, int position) {
    return position < 0
        ? Math.max(0, total + position)
        : Math.min(Math.max(position, 1) - 1, total);
  }

  private static int end(int total, int start, int length) {
    return (int) Math.min(total, (long) start + Math.max(length, 0));
  }

  private static ByteBuffer slice(ByteBuffer bytes, int start, int end) {
    return ByteBuffer.wrap(Arrays.copyOfRange(Buffers.bytes(bytes), start, end));
  }
}
