package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The SQL function {@code UUID}. */
@UdfDescription(
    name = "UUID",
    category = FunctionCategory.STRING,
    description = "A random UUID, or that of 16 bytes; NULL for bytes of another number.")
@UdfExample(sql = "LEN(UUID())", result = "36")
@UdfExample(
    sql = "UUID(TO_BYTES('00000000000000000000000000000001', 'hex'))",
    result = "'00000000-0000-0000-0000-000000000001'")
public final class Uuid {
  private static final int LENGTH = 16;

  @Udf
  public String uuid() {
    return UUID.randomUUID().toString();
  }

  @Udf(strict = true)
  public String uuid(ByteBuffer bytes) {
    if (bytes.remaining() != LENGTH) {
      return null;
    }
    ByteBuffer words = bytes.slice();
    return new UUID(words.getLong(), words.getLong()).toString();
  }
}
