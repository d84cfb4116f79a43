package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.RowDecoder;
import java.io.IOException;
import java.util.List;

/** Reads a JSON text token by token into the values of a row. */
final class JsonDecoder implements RowDecoder {
  // Names of members come from outside: they must not fill the JVM's table of interned strings.
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
          .build();

  @FunctionalInterface
  private interface RootReader {
    Object[] read(JsonParser json) throws IOException;
  }

  private final RootReader root;

  private JsonDecoder(RootReader root) {
    this.root = root;
  }

  /** The row is one value. */
  static JsonDecoder ofBare(SqlType type) {
    JsonReader reader = JsonReader.of(type);
    return new JsonDecoder(
        json -> {
          Object value = JsonReader.orNull(reader, json);
          return value == null ? null : new Object[] {value};
        });
  }

  /** The row is an object. */
  static JsonDecoder ofObject(List<Column> columns, ColumnMask needed) {
    MemberReader members = MemberReader.ofColumns(columns, needed);
    return new JsonDecoder(
        json -> {
          if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
          }
          if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new DecodeException(
                "A row is a JSON object, not " + JsonReader.kindOf(json.currentToken()));
          }
          return members.read(json);
        });
  }

  @Override
  public Object[] decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    try (JsonParser json = FACTORY.createParser(bytes)) {
      if (json.nextToken() == null) {
        throw new DecodeException("There is no JSON in the record");
      }
      return root.read(json);
    } catch (DecodeException e) {
      throw e.inside("$");
    } catch (JsonProcessingException e) {
      throw new DecodeException("The record is not JSON: " + e.getOriginalMessage());
    } catch (IOException | NumberFormatException e) {
      throw new DecodeException("The record is not JSON: " + e.getMessage());
    }
  }
}
