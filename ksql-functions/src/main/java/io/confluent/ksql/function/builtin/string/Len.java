package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;

/** The SQL function {@code LEN}. */
@UdfDescription(
    name = "len",
    category = FunctionCategory.STRING,
    description = "The length of a text in UTF-16 units, or of bytes.")
@UdfExample(sql = "LEN('abc')", result = "3")
@UdfExample(sql = "LEN(TO_BYTES('abcd', 'utf8'))", result = "4")
public final class Len {
  @Udf(strict = true)
  public int len(String text) {
    return text.length();
  }

  @Udf(strict = true)
  public int len(ByteBuffer bytes) {
    return bytes.remaining();
  }
}
