package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The mapper that reads and writes the records of this package: unknown members are skipped, empty
 * {@link Optional}s are written as null unless their record says they are left out.
 */
public final class WireJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private WireJson() {}

  /** The mapper; must not be configured further. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** The JSON text of a value. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of the API cannot be written", e);
    }
  }

  /**
   * Reads a row that is a mere array, as {@code /query-stream} writes them; its values are those of
   * {@link StreamedRow.Row#columns}.
   *
   * @param parser at the start of the array
   */
  public static List<Object> readRow(JsonParser parser) throws IOException {
    return CellDeserializer.list(parser);
  }
}
