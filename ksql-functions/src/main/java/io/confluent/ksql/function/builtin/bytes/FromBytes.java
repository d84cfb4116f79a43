package io.confluent.ksql.function.builtin.bytes;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;
import java.util.Locale;

/** The SQL function {@code FROM_BYTES}. */
@UdfDescription(
    name = "from_bytes",
    category = FunctionCategory.STRING,
    description =
        "The text that stands for bytes in an encoding: hex (in upper case), utf8, ascii or"
            + " base64.")
@UdfExample(sql = "FROM_BYTES(TO_BYTES('Az', 'utf8'), 'hex')", result = "'417A'")
public final class FromBytes {
  @Udf(strict = true)
  public String fromBytes(ByteBuffer bytes, String encoding) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    Encodings target = Encodings.of(encoding);
    String text = target.encode(copy);
    return target == Encodings.HEX ? text.toUpperCase(Locale.ROOT) : text;
  }
}
