package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SQL function {@code MD5}. */
@UdfDescription(
    name = "md5",
    category = FunctionCategory.STRING,
    description = "The MD5 hash of the text's UTF-8 bytes, in lower case hexadecimal.")
@UdfExample(sql = "MD5('a')", result = "'0cc175b9c0f1b6a831c399e269772661'")
public final class Md5 {
  @Udf(strict = true)
  public String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new KsqlFunctionException("This Java has no MD5.", e);
    }
  }
}
