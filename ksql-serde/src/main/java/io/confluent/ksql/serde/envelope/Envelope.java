package io.confluent.ksql.serde.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.confluent.ksql.serde.DecodeException;
import java.io.IOException;
import java.util.Arrays;

/**
 * An envelope: the object <code>{"schema": .., "payload": ..}</code> with these two members and no
 * other.
 */
public final class Envelope {
  static final String SCHEMA = "schema";
  static final String PAYLOAD = "payload";

  private static final String BEGINNING = "{\"" + SCHEMA + "\":";
  private static final String MIDDLE = "\"" + PAYLOAD + "\":";
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private Envelope() {}

  /** Whether a text looks like an envelope as Kafka Connect writes it, without reading it all. */
  public static boolean isLikely(String text) {
    return text.startsWith(BEGINNING) && text.endsWith("}") && text.contains(MIDDLE);
  }

  /**
   * The JSON that is in an envelope, as it stands there.
   *
   * @throws DecodeException if it is none
   */
  public static byte[] payload(byte[] envelope) {
    try (JsonParser json = FACTORY.createParser(envelope)) {
      byte[] payload = read(json, envelope);
      if (json.nextToken() != null) {
        throw noEnvelope();
      }
      return payload;
    } catch (JsonProcessingException e) {
      throw new DecodeException("The record is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new DecodeException("The record is not JSON: " + e.getMessage());
    }
  }

  private static byte[] read(JsonParser json, byte[] envelope) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw noEnvelope();
    }
    byte[] payload = null;
    boolean schema = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      long start = json.currentTokenLocation().getByteOffset();
      json.skipChildren();
      json.finishToken();
      long end = json.currentLocation().getByteOffset();
      if (name.equals(PAYLOAD) && payload == null && start >= 0) {
        payload = Arrays.copyOfRange(envelope, (int) start, (int) end);
      } else if (name.equals(SCHEMA) && !schema) {
        schema = true;
      } else {
        throw noEnvelope();
      }
    }
    if (payload == null || !schema) {
      throw noEnvelope();
    }
    return payload;
  }

  private static DecodeException noEnvelope() {
    return new DecodeException("The record is no object of a schema and a payload");
  }
}
