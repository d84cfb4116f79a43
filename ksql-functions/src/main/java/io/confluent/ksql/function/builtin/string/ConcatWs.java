package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;

/** The SQL function {@code CONCAT_WS}. */
@UdfDescription(
    name = "concat_ws",
    category = FunctionCategory.STRING,
    description =
        "The texts, or the bytes, one after the other with a separator between; NULLs are"
            + " left out.")
@UdfExample(sql = "CONCAT_WS(', ', 'a', CAST(NULL AS STRING), 'b')", result = "'a, b'")
public final class ConcatWs {
  @Udf
  public String concatWs(String separator, String... parts) {
    checkCount(parts);
    if (separator == null) {
      return null;
    }
    StringBuilder whole = new StringBuilder();
    boolean first = true;
    for (String part : parts) {
      if (part != null) {
        whole.append(first ? "" : separator).append(part);
        first = false;
      }
    }
    return whole.toString();
  }

  @Udf
  public ByteBuffer concatWs(ByteBuffer separator, ByteBuffer... parts) {
    checkCount(parts);
    return separator == null ? null : Buffers.join(separator, parts);
  }

  private static void checkCount(Object[] parts) {
    if (parts.length == 0) {
      throw new KsqlFunctionException("There is nothing to put the separator between.");
    }
  }
}
