package io.confluent.ksql.function.builtin.bytes;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;

/** The SQL function {@code INT_FROM_BYTES}. */
@UdfDescription(
    name = "int_from_bytes",
    category = FunctionCategory.CONVERSIONS,
    description =
        "The whole number of 32 bits in bytes, the highest byte first unless LITTLE_ENDIAN is"
            + " said.")
@UdfExample(sql = "INT_FROM_BYTES(TO_BYTES('000007E5', 'hex'))", result = "2021")
public final class IntFromBytes {
  @Udf(strict = true)
  public int fromBytes(ByteBuffer bytes) {
    return fromBytes(bytes, "BIG_ENDIAN");
  }

  @Udf(strict = true)
  public int fromBytes(ByteBuffer bytes, String order) {
    return Words.ordered(bytes, order, Integer.BYTES).getInt();
  }
}
