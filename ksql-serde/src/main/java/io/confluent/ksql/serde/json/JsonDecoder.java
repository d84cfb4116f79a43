package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.Values;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;

/** Reads a JSON text token by token into the values of a row. */
public final class JsonDecoder implements RowDecoder {
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
  public static JsonDecoder ofBare(JsonReader reader) {
    return new JsonDecoder(
        json -> {
          Object value = JsonReader.orNull(reader, json);
          return value == null ? null : new Object[] {value};
        });
  }

  /** The row is an object. */
  public static JsonDecoder ofObject(MemberReader members) {
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

  /** The row is what a reader makes a struct of. */
  public static JsonDecoder ofStruct(JsonReader reader) {
    return new JsonDecoder(
        json -> {
          StructValue row = (StructValue) JsonReader.orNull(reader, json);
          return row == null ? null : Values.fields(row);
        });
  }

  @Override
  public Object[] decode(byte[] bytes) {
    return bytes == null ? null : decode(bytes, 0);
  }

  /** The values of the row whose text begins at that place. */
  public Object[] decode(byte[] bytes, int start) {
    try (JsonParser json = FACTORY.createParser(bytes, start, bytes.length - start)) {
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
