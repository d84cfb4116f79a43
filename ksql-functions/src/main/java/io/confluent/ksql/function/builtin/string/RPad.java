package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;

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
    return Padding.pad(text, length, padding, String::concat);
  }

  @Udf(strict = true)
  public ByteBuffer rpad(ByteBuffer bytes, int length, ByteBuffer padding) {
    return Padding.pad(
        bytes,
        length,
        padding,
        (padded, filling) -> Buffers.join(Buffers.empty(), padded, filling));
  }
}
