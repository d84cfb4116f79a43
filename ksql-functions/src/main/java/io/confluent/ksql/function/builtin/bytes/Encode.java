package io.confluent.ksql.function.builtin.bytes;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code ENCODE}. */
@UdfDescription(
    name = "encode",
    category = FunctionCategory.STRING,
    description = "A text in another encoding: hex, utf8, ascii or base64.")
@UdfExample(sql = "ENCODE('4578', 'hex', 'ascii')", result = "'Ex'")
@UdfExample(sql = "ENCODE('Ex', 'utf8', 'base64')", result = "'RXg='")
public final class Encode {
  @Udf(strict = true)
  public String encode(String text, String from, String to) {
    Encodings source = Encodings.of(from);
    Encodings target = Encodings.of(to);
    if (source == target) {
      throw new KsqlFunctionException("The text is in the encoding " + from + " already.");
    }
    return target.encode(source.decode(text));
  }
}
