package io.confluent.ksql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code EXTRACTJSONFIELD}. */
@UdfDescription(
    name = "extractjsonfield",
    category = FunctionCategory.JSON,
    description =
        "The value at a path in JSON text: texts as they are, other values as JSON; NULL if"
            + " there is none.")
@UdfExample(sql = "EXTRACTJSONFIELD('{\"a\":{\"b\":[7,8]}}', '$.a.b[1]')", result = "'8'")
@UdfExample(sql = "EXTRACTJSONFIELD('{\"a\":1}', '$.b')", result = "NULL")
public final class ExtractJsonField {
  private Compiled last = new Compiled(null, null);

  private record Compiled(String text, JsonPath path) {}

  @Udf(strict = true)
  public String extract(String json, String path) {
    JsonNode node = compiled(path).find(Json.read(json));
    return node.isMissingNode() ? null : Json.textOf(node);
  }

  private JsonPath compiled(String path) {
    Compiled compiled = last;
    if (!path.equals(compiled.text())) {
      compiled = new Compiled(path, JsonPath.of(path));
      last = compiled;
    }
    return compiled.path();
  }
}
