package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;

/** The SQL function {@code CONCAT}. */
@UdfDescription(
    name = "concat",
    category = FunctionCategory.STRING,
    description = "The texts, or the bytes, one after the other; NULLs are left out.")
@UdfExample(sql = "CONCAT('a', CAST(NULL AS STRING), 'b')", result = "'ab'")
@UdfExample(
    sql = "FROM_BYTES(CONCAT(TO_BYTES('a', 'utf8'), TO_BYTES('b', 'utf8')), 'utf8')",
    result = "'ab'")
public final class Concat {
  @Udf
  public String concat(String... parts) {
    StringBuilder whole = new StringBuilder();
    for (String part : parts) {
      if (part != null) {
        whole.append(part);
      }
    }
    return whole.toString();
  }

  @Udf
  public ByteBuffer concat(ByteBuffer... parts) {
    return Buffers.join(Buffers.empty(), parts);
  }
}
