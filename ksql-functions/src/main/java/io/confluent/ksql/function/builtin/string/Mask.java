package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code MASK}. */
@UdfDescription(
    name = "mask",
    category = FunctionCategory.STRING,
    description =
        "The text with every character replaced by one that only tells its class: X for an"
            + " upper case letter, x for a lower case one, n for a digit, - for others, or the"
            + " characters given. NULL for a mask leaves its class as it is.")
@UdfExample(sql = "MASK('My Test $123')", result = "'Xx-Xxxx--nnn'")
public final class Mask {
  @Udf(strict = true)
  public String mask(String text) {
    return Masking.DEFAULT.mask(text, 0, text.length());
  }

  @Udf
  public String mask(String text, String upper, String lower, String digit, String other) {
    Masking masking = new Masking(upper, lower, digit, other);
    return text == null ? null : masking.mask(text, 0, text.length());
  }
}
