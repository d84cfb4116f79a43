package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;

/** The SQL function {@code LPAD}. */
@UdfDescription(
    name = "LPad",
    category = FunctionCategory.STRING,
    description =
        "The text, or the bytes, brought to a length: filled up on the left, or cut at the"
            + " end. NULL for a negative length or an empty padding.")
@UdfExample(sql = "LPAD('Foo', 7, 'Bar')", result = "'BarBFoo'")
@UdfExample(sql = "LPAD('Foo', 2, 'Bar')", result = "'Fo'")
public final class LPad {
  @Udf(strict = true)
  public String lpad(String text, int length, String padding) {
    return Padding.pad(text, length, padding, (padded, filling) -> filling + padded);
  }

  @Udf(strict = true)
  public ByteBuffer lpad(ByteBuffer bytes, int length, ByteBuffer padding) {
    return Padding.pad(
        bytes,
        length,
        padding,
        (padded, filling) -> Buffers.join(Buffers.empty(), filling, padded));
  }
}
