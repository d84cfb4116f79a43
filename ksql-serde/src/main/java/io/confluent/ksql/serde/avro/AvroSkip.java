package io.confluent.ksql.serde.avro;

import io.confluent.ksql.serde.DecodeException;
import java.util.List;
import org.apache.avro.Schema;

/** Goes past a value that nobody needs. */
final class AvroSkip {
  /** A record can contain itself; this is how often before it is taken for an attack. */
  private static final int MAX_DEPTH = 500;

  private AvroSkip() {}

  static void skip(Schema schema, AvroInput in) {
    skip(schema, in, 0);
  }

  private static void skip(Schema schema, AvroInput in, int depth) {
    if (depth > MAX_DEPTH) {
      throw new DecodeException("Values are nested more than " + MAX_DEPTH + " deep");
    }
    switch (schema.getType()) {
      case NULL -> {}
      case BOOLEAN -> in.skip(1);
      case INT, LONG, ENUM -> in.readLong();
      case FLOAT -> in.skip(Float.BYTES);
      case DOUBLE -> in.skip(Double.BYTES);
      case STRING, BYTES -> in.skipSized();
      case FIXED -> in.skip(schema.getFixedSize());
      case RECORD -> {
        for (Schema.Field field : schema.getFields()) {
          skip(field.schema(), in, depth + 1);
        }
      }
      case UNION -> skip(branch(schema.getTypes(), in), in, depth + 1);
      case ARRAY -> {
        for (long left = in.readBlock(); left > 0; left = in.readBlock()) {
          for (long i = 0; i < left; i++) {
            skip(schema.getElementType(), in, depth + 1);
          }
        }
      }
      case MAP -> {
        for (long left = in.readBlock(); left > 0; left = in.readBlock()) {
          for (long i = 0; i < left; i++) {
            in.skipSized();
            skip(schema.getValueType(), in, depth + 1);
          }
        }
      }
    }
  }

  /** The choice that was made from a union, an enum's symbols or the like. */
  static <T> T branch(List<T> choices, AvroInput in) {
    long index = in.readLong();
    if (index < 0 || index >= choices.size()) {
      throw new DecodeException("A union or enum has no choice number " + index);
    }
    return choices.get((int) index);
  }
}
