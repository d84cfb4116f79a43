package io.confluent.ksql.tools.datagen.generate;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.Values;
import io.confluent.ksql.value.StructValue;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;

/** The values that the hint {@code options} lists, in the schema or in a file of Avro's. */
final class Constants {
  private final Hints hints;

  private Constants(Hints hints) {
    this.hints = hints;
  }

  /**
   * The values to choose from, at least one.
   *
   * @param directory where the files of relative names are
   */
  static List<Object> of(Hints hints, Schema schema, SqlType type, Path directory) {
    Constants constants = new Constants(hints);
    Object json = hints.json("options").orElseThrow();
    Collection<?> given =
        Hints.list(json).isPresent()
            ? Hints.list(json).get()
            : constants.fromFile(json, schema, directory);
    List<Object> values = new ArrayList<>();
    for (Object one : given) {
      values.add(constants.value(one, type));
    }
    if (values.isEmpty()) {
      throw hints.wrong("options are at least one");
    }
    return values;
  }

  private List<Object> fromFile(Object json, Schema schema, Path directory) {
    if (!(json instanceof Map<?, ?> options) || !(options.get("file") instanceof String name)) {
      throw hints.wrong("options are a list, or an object with a file and its encoding");
    }
    Path file = directory.resolve(name);
    List<Object> values = new ArrayList<>();
    try (InputStream input = Files.newInputStream(file)) {
      Decoder decoder = decoder(input, schema, String.valueOf(options.get("encoding")));
      GenericDatumReader<Object> reader = new GenericDatumReader<>(schema);
      while (true) {
        values.add(reader.read(null, decoder));
      }
    } catch (EOFException e) {
      // Neither encoding says beforehand how many values there are.
      return values;
    } catch (IOException | AvroRuntimeException e) {
      throw hints.wrong("the options in %s cannot be read (%s)", file, e);
    }
  }

  private Decoder decoder(InputStream input, Schema schema, String encoding) throws IOException {
    return switch (encoding) {
      case "json" -> DecoderFactory.get().jsonDecoder(schema, input);
      case "binary" -> DecoderFactory.get().binaryDecoder(input, null);
      default -> throw hints.wrong("options.encoding is json or binary, not %s", encoding);
    };
  }

  /** A value as Avro's library has it, from JSON or decoded, in the Java type of a SQL type. */
  private Object value(Object given, SqlType type) {
    if (Hints.isNull(given)) {
      return null;
    }
    return switch (type.baseType()) {
      case BOOLEAN -> given instanceof Boolean ? given : mismatch(given, type);
      case INTEGER -> (int) whole(given, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> whole(given, type, Long.MIN_VALUE, Long.MAX_VALUE);
      case DOUBLE -> given instanceof Number number ? number.doubleValue() : mismatch(given, type);
      case STRING -> text(given, type);
      case BYTES -> bytes(given, type);
      case TIME -> Values.time(whole(given, type, 0, 86_399_999), hints.path());
      case DATE -> Values.date(whole(given, type, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case TIMESTAMP -> Values.timestamp(whole(given, type, Long.MIN_VALUE, Long.MAX_VALUE));
      case DECIMAL -> decimal(given, (SqlDecimal) type);
      case ARRAY -> list(given, (SqlArray) type);
      case MAP -> map(given, (SqlMap) type);
      case STRUCT -> struct(given, (SqlStruct) type);
    };
  }

  private long whole(Object given, SqlType type, long least, long greatest) {
    if (given instanceof Number number && !(given instanceof Double || given instanceof Float)) {
      BigInteger whole = new BigInteger(number.toString());
      if (whole.bitLength() < Long.SIZE
          && whole.longValue() >= least
          && whole.longValue() <= greatest) {
        return whole.longValue();
      }
    }
    throw refused(given, type);
  }

  private String text(Object given, SqlType type) {
    boolean isText = given instanceof CharSequence || given instanceof GenericEnumSymbol;
    if (!isText) {
      throw refused(given, type);
    }
    return given.toString();
  }

  /** JSON has no bytes; Avro takes a text whose characters are the bytes. */
  private ByteBuffer bytes(Object given, SqlType type) {
    if (given instanceof GenericFixed fixed) {
      return ByteBuffer.wrap(fixed.bytes());
    }
    if (given instanceof ByteBuffer buffer) {
      return ByteBuffer.wrap(Values.bytes(buffer));
    }
    return ByteBuffer.wrap(text(given, type).getBytes(StandardCharsets.ISO_8859_1));
  }

  private BigDecimal decimal(Object given, SqlDecimal type) {
    BigDecimal number =
        given instanceof Number
            ? new BigDecimal(given.toString())
            : new BigDecimal(new BigInteger(Values.bytes(bytes(given, type))), type.getScale());
    try {
      BigDecimal scaled = number.setScale(type.getScale(), RoundingMode.UNNECESSARY);
      if (scaled.precision() <= type.getPrecision()) {
        return scaled;
      }
    } catch (ArithmeticException e) {
      throw hints.wrong("the option %s needs rounding to be of the type %s", given, type);
    }
    throw refused(given, type);
  }

  private List<Object> list(Object given, SqlArray type) {
    List<Object> values = new ArrayList<>();
    for (Object item : Hints.list(given).orElseThrow(() -> refused(given, type))) {
      values.add(value(item, type.getItemType()));
    }
    return values;
  }

  private Map<String, Object> map(Object given, SqlMap type) {
    if (!(given instanceof Map<?, ?> map)) {
      throw refused(given, type);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((key, value) -> values.put(key.toString(), value(value, type.getValueType())));
    return values;
  }

  private StructValue struct(Object given, SqlStruct type) {
    Object[] values = new Object[type.fields().size()];
    for (SqlStruct.Field field : type.fields()) {
      Object value;
      if (given instanceof IndexedRecord record) {
        value = record.get(field.index());
      } else if (given instanceof Map<?, ?> map) {
        value = map.get(field.name());
      } else {
        throw refused(given, type);
      }
      values[field.index()] = value(value, field.type());
    }
    return new StructValue(type, values);
  }

  private Object mismatch(Object given, SqlType type) {
    throw refused(given, type);
  }

  private RuntimeException refused(Object given, SqlType type) {
    return hints.wrong("the option %s is not of the type %s", given, type);
  }
}
