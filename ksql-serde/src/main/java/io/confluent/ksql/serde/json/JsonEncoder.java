package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.RowEncoder;
import java.io.IOException;
import java.util.List;

/** Writes the values of a row straight into UTF-8. */
final class JsonEncoder implements RowEncoder {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

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
  static JsonEncoder ofBare(SqlType type) {
    JsonWriter writer = JsonWriter.of(type);
    return new JsonEncoder((row, json) -> writer.write(row[0], json), true);
  }

  /** The row is an object. */
  static JsonEncoder ofObject(List<Column> columns) {
    SqlStruct.Builder struct = SqlTypes.struct();
    columns.forEach(column -> struct.field(column.name(), column.type()));
    MemberWriter members = new MemberWriter(struct.build());
    return new JsonEncoder((row, json) -> members.write(i -> row[i], json), false);
  }

  @Override
  public byte[] encode(Object[] row) {
    if (row == null || bare && row[0] == null) {
      return null;
    }
    buffer.reset();
    try (JsonGenerator json = FACTORY.createGenerator(buffer)) {
      root.write(row, json);
    } catch (IOException e) {
      throw new EncodeException("The row cannot be written as JSON: " + e.getMessage(), e);
    }
    return buffer.toByteArray();
  }
}
