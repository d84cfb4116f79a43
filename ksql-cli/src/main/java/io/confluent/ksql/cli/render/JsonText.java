package io.confluent.ksql.cli.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.confluent.ksql.rest.wire.WireJson;
import java.util.List;

/** Answers as JSON, indented. */
public final class JsonText {
  private static final ObjectWriter WRITER = WireJson.mapper().writerWithDefaultPrettyPrinter();

  private JsonText() {}

  /** A record of the API, or a list of them, as lines. */
  public static List<String> lines(Object value) {
    try {
      return WRITER.writeValueAsString(value).lines().toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of the API cannot be written", e);
    }
  }
}
