package io.confluent.ksql.function.builtin.bytes;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.ByteBuffer;

/** The SQL function {@code TO_BYTES}. */
@UdfDescription(
    name = "to_bytes",
    category = FunctionCategory.STRING,
    description = "The bytes that a text stands for in an encoding: hex, utf8, ascii or base64.")
@UdfExample(sql = "LEN(TO_BYTES('4142', 'hex'))", result = "2")
public final class ToBytes {
  @Udf(strict = true)
  public ByteBuffer toBytes(String text, String encoding) {
    return ByteBuffer.wrap(Encodings.of(encoding).decode(text));
  }
}
