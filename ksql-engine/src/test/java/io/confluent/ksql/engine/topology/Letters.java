package io.confluent.ksql.engine.topology;

import io.confluent.ksql.function.udf.UdfParameter;
import io.confluent.ksql.function.udtf.Udtf;
import io.confluent.ksql.function.udtf.UdtfDescription;
import java.util.List;

/** Takes texts to pieces. */
@UdtfDescription(name = "LETTERS", description = "The letters of a text.")
public final class Letters {
  /** The letters; fails for the text {@code none}. */
  @Udtf
  public List<String> letters(@UdfParameter("text") String text) {
    if ("none".equals(text)) {
      throw new IllegalStateException("no letters here");
    }
    return text == null ? null : List.of(text.split(""));
  }
}
