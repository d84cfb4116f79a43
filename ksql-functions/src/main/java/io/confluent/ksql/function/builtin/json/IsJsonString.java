package io.confluent.ksql.function.builtin.json;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code IS_JSON_STRING}. */
@UdfDescription(
    name = "IS_JSON_STRING",
    category = FunctionCategory.JSON,
    description = "Whether the text is valid JSON.")
@UdfExample(sql = "IS_JSON_STRING('[1]')", result = "true")
@UdfExample(sql = "IS_JSON_STRING('[1')", result = "false")
public final class IsJsonString {
  @Udf
  public boolean isJson(String text) {
    if (text == null) {
      return false;
    }
    try {
      return !Json.read(text).isMissingNode();
    } catch (KsqlFunctionException e) {
      return false;
    }
  }
}
