package io.confluent.ksql.function.builtin.bytes;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;

/** The SQL function {@code DOUBLE_FROM_BYTES}. */
@UdfDescription(
    name = "double_from_bytes",
    category = FunctionCategory.CONVERSIONS,
    description =
        "The floating-point number in bytes, the highest byte first unless LITTLE_ENDIAN is said.")
@UdfExample(sql = "DOUBLE_FROM_BYTES(TO_BYTES('3FF0000000000000', 'hex'))", result = "1E0")
public final class DoubleFromBytes {
  @Udf(strict = true)
  public double fromBytes(ByteBuffer bytes) {
    return fromBytes(bytes, "BIG_ENDIAN");
  }

  @Udf(strict = true)
  public double fromBytes(ByteBuffer bytes, String order) {
    return Words.ordered(bytes, order, Double.BYTES).getDouble();
  }
}
