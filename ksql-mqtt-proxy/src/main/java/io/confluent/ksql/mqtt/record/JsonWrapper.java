package io.confluent.ksql.mqtt.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A JSON object around a payload.
 *
 * @param fields its first fields, by name, all texts
 * @param payloadField the name of the last one, the payload
 * @param form how the payload is written
 */
public record JsonWrapper(Map<String, Template> fields, String payloadField, Form form) {
  private static final JsonFactory JSON = new JsonFactory();

  /** How a payload stands in a JSON object. */
  public enum Form {
    /** As a text. */
    TEXT,
    /** As the JSON that it is. */
    JSON,
    /** As a text in base64, for any bytes. */
    BASE64
  }

  public JsonWrapper {
    fields = new LinkedHashMap<>(fields);
  }

  /**
   * The object.
   *
   * @throws NotJsonException if the payload must be JSON and is not
   */
  byte[] wrap(Publication publication, Matcher match) {
    byte[] payload = publication.payload();
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 64);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      for (var field : fields.entrySet()) {
        json.writeStringField(field.getKey(), field.getValue().render(publication, match));
      }
      json.writeFieldName(payloadField);
      switch (form) {
        case TEXT -> json.writeString(new String(payload, StandardCharsets.UTF_8));
        case JSON -> copy(payload, json);
        case BASE64 -> json.writeBinary(payload);
      }
      json.writeEndObject();
    } catch (JsonProcessingException e) {
      throw new NotJsonException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Exactly one value; what follows it would break the object open. */
  private static void copy(byte[] payload, JsonGenerator json) throws IOException {
    try (JsonParser parser = JSON.createParser(payload)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new NotJsonException(null);
      }
      // Numbers as they are written, not as a double would have them.
      json.copyCurrentStructureExact(parser);
      if (parser.nextToken() != null) {
        throw new NotJsonException(null);
      }
    }
  }
}
