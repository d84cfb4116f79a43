package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code MASK_KEEP_RIGHT}. */
@UdfDescription(
    name = "mask_keep_right",
    category = FunctionCategory.STRING,
    description = "The text with all but its last n characters masked, see MASK.")
@UdfExample(sql = "MASK_KEEP_RIGHT('My Test $123', 4)", result = "'Xx-Xxxx-$123'")
public final class MaskKeepRight {
  @Udf
  public String mask(String text, int n) {
    return mask(text, n, Masking.DEFAULT);
  }

  @Udf
  public String mask(String text, int n, String upper, String lower, String digit, String other) {
    return mask(text, n, new Masking(upper, lower, digit, other));
  }

  private static String mask(String text, int count, Masking masking) {
    int n = Masking.checkedCount(count);
    return text == null ? null : masking.mask(text, 0, text.length() - n);
  }
}
