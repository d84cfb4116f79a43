package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code ELT}. */
@UdfDescription(
    name = "elt",
    category = FunctionCategory.STRING,
    description = "The n-th of the texts, from 1; NULL if there is none.")
@UdfExample(sql = "ELT(2, 'a', 'b')", result = "'b'")
@UdfExample(sql = "ELT(3, 'a', 'b')", result = "NULL")
public final class Elt {
  @Udf
  public String elt(int n, String... texts) {
    return n < 1 || n > texts.length ? null : texts[n - 1];
  }
}
