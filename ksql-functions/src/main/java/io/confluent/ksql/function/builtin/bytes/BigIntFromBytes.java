package io.confluent.ksql.function.builtin.bytes;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;

/** The SQL function {@code BIGINT_FROM_BYTES}. */
@UdfDescription(
    name = "bigint_from_bytes",
    category = FunctionCategory.CONVERSIONS,
    description =
        "The whole number of 64 bits in bytes, the highest byte first unless LITTLE_ENDIAN is"
            + " said.")
@UdfExample(
    sql = "BIGINT_FROM_BYTES(TO_BYTES('0100000000000000', 'hex'), 'LITTLE_ENDIAN')",
    result = "1")
public final class BigIntFromBytes {
  @Udf(strict = true)
  public long fromBytes(ByteBuffer bytes) {
    return fromBytes(bytes, "BIG_ENDIAN");
  }

  @Udf(strict = true)
  public long fromBytes(ByteBuffer bytes, String order) {
    return Words.ordered(bytes, order, Long.BYTES).getLong();
  }
}
