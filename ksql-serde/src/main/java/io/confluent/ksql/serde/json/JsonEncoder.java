package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.RowEncoder;
import java.io.IOException;

/** Writes the values of a row straight into UTF-8. */
public final class JsonEncoder implements RowEncoder {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private static final byte[] NO_PREFIX = {};

  @FunctionalInterface
  private interface RootWriter {
    void write(Object[] row, JsonGenerator json) throws IOException;
  }

  private final RootWriter root;
  private final boolean bare;
  private final ByteArrayBuilder buffer = new ByteArrayBuilder();

  private JsonEncoder(RootWriter root, boolean bare) {
    this.root = root;
    this.bare = bare;
  }

  /** The row is one value. */
  public static JsonEncoder ofBare(JsonWriter writer) {
    return new JsonEncoder((row, json) -> writer.write(row[0], json), true);
  }

  /** The row is an object. */
  public static JsonEncoder ofObject(MemberWriter members) {
    return new JsonEncoder((row, json) -> members.write(i -> row[i], json), false);
  }

  @Override
  public byte[] encode(Object[] row) {
    return row == null || bare && row[0] == null ? null : encode(NO_PREFIX, row);
  }

  /** The text of a row behind other bytes. */
  public byte[] encode(byte[] prefix, Object[] row) {
    buffer.reset();
    buffer.write(prefix, 0, prefix.length);
    try (JsonGenerator json = FACTORY.createGenerator(buffer)) {
      root.write(row, json);
    } catch (IOException e) {
      throw new EncodeException("The row cannot be written as JSON: " + e.getMessage(), e);
    }
    return buffer.toByteArray();
  }
}
