package io.confluent.ksql.serde.avro;

import io.confluent.ksql.row.RawText;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.Values;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Writes a value of one SQL type with one schema. */
@FunctionalInterface
interface AvroWriter {
  void write(Object value, AvroOutput out);

  /**
   * The writer of a type with a schema, which may be another than the one made from the type.
   *
   * @throws EncodeException if the schema cannot hold such values
   */
  static AvroWriter of(SqlType type, Schema schema) {
    if (schema.getType() == Schema.Type.UNION) {
      return UnionWriter.of(type, schema);
    }
    AvroWriter writer = ofKind(type, schema);
    return (value, out) -> {
      if (value == null) {
        throw new EncodeException("The schema does not allow null");
      }
      writer.write(value, out);
    };
  }

  private static AvroWriter ofKind(SqlType type, Schema schema) {
    SqlBaseType kind = AvroShape.kind(schema).orElseThrow(() -> mismatch(type, schema));
    if (kind != type.baseType()) {
      return ofWider(type, schema, kind);
    }
    return switch (kind) {
      case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) value);
      case INTEGER -> (value, out) -> out.writeLong((Integer) value);
      case BIGINT -> (value, out) -> out.writeLong((Long) value);
      case DOUBLE ->
          schema.getType() == Schema.Type.FLOAT
              ? (value, out) -> out.writeFloat(((Double) value).floatValue())
              : (value, out) -> out.writeDouble((Double) value);
      case DECIMAL -> ofDecimal(schema);
      case STRING -> ofText(schema);
      case BYTES -> (value, out) -> writeBytes(Values.bytes(value), schema, out);
      case TIME -> (value, out) -> out.writeLong(Values.msOfDay(value));
      case DATE -> (value, out) -> out.writeLong(Values.epochDay(value));
      case TIMESTAMP -> (value, out) -> out.writeLong(Values.epochMs(value));
      case ARRAY -> ofItems(of(((SqlArray) type).getItemType(), schema.getElementType()));
      case MAP -> ofMap((SqlMap) type, schema);
      case STRUCT -> {
        RecordWriter record = new RecordWriter((SqlStruct) type, schema);
        yield (value, out) -> record.write(((StructValue) value)::value, out);
      }
    };
  }

  private static AvroWriter ofWider(SqlType type, Schema schema, SqlBaseType kind) {
    if (type.baseType() == SqlBaseType.INTEGER && kind == SqlBaseType.BIGINT) {
      return (value, out) -> out.writeLong((Integer) value);
    }
    throw mismatch(type, schema);
  }

  private static AvroWriter ofText(Schema schema) {
    if (schema.getType() != Schema.Type.ENUM) {
      return (value, out) -> {
        if (value instanceof RawText text) {
          out.writeSized(text.bytes(), text.from(), text.to());
        } else {
          out.writeString((String) value);
        }
      };
    }
    return (value, out) -> {
      String symbol = value.toString();
      if (!schema.hasEnumSymbol(symbol)) {
        throw new EncodeException("The enum " + schema.getName() + " has no symbol " + symbol);
      }
      out.writeLong(schema.getEnumOrdinal(symbol));
    };
  }

  private static AvroWriter ofDecimal(Schema schema) {
    int scale = AvroShape.scale(schema);
    return (value, out) -> {
      BigDecimal scaled;
      try {
        scaled = ((BigDecimal) value).setScale(scale, RoundingMode.UNNECESSARY);
      } catch (ArithmeticException e) {
        throw new EncodeException(value + " has more than " + scale + " digits after the point", e);
      }
      byte[] digits = scaled.unscaledValue().toByteArray();
      if (schema.getType() == Schema.Type.FIXED) {
        out.writeRaw(signExtended(digits, schema.getFixedSize()));
      } else {
        out.writeSized(digits);
      }
    };
  }

  private static byte[] signExtended(byte[] digits, int size) {
    if (digits.length > size) {
      throw new EncodeException("A decimal has more than " + size + " bytes");
    }
    byte[] extended = new byte[size];
    if (digits[0] < 0) {
      Arrays.fill(extended, (byte) -1);
    }
    System.arraycopy(digits, 0, extended, size - digits.length, digits.length);
    return extended;
  }

  private static void writeBytes(byte[] bytes, Schema schema, AvroOutput out) {
    if (schema.getType() != Schema.Type.FIXED) {
      out.writeSized(bytes);
    } else if (bytes.length == schema.getFixedSize()) {
      out.writeRaw(bytes);
    } else {
      throw new EncodeException(
          "The schema asks for %d bytes, there are %d"
              .formatted(schema.getFixedSize(), bytes.length));
    }
  }

  private static AvroWriter ofItems(AvroWriter item) {
    return (value, out) -> {
      List<?> list = (List<?>) value;
      if (!list.isEmpty()) {
        out.writeLong(list.size());
        for (Object each : list) {
          item.write(each, out);
        }
      }
      out.writeLong(0);
    };
  }

  private static AvroWriter ofMap(SqlMap type, Schema schema) {
    AvroWriter values = of(type.getValueType(), AvroShape.mapValues(schema));
    AvroWriter keys =
        schema.getType() == Schema.Type.MAP
            ? of(type.getKeyType(), Schema.create(Schema.Type.STRING))
            : of(type.getKeyType(), schema.getElementType().getField("key").schema());
    return (value, out) -> {
      Map<?, ?> map = (Map<?, ?>) value;
      if (!map.isEmpty()) {
        out.writeLong(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          keys.write(entry.getKey(), out);
          values.write(entry.getValue(), out);
        }
      }
      out.writeLong(0);
    };
  }

  /** The error of a type that a schema cannot hold. */
  static EncodeException mismatch(SqlType type, Schema schema) {
    return new EncodeException(
        "A value of type " + type + " cannot be written as " + schema.getType().getName());
  }
}
