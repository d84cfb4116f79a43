package io.confluent.ksql.benchmarks.data;

import io.confluent.ksql.serde.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Readings of sensors: a number, the name of the sensor, an amount, a flag and a note that fills
 * the record up to a size.
 */
public final class Readings {
  /** How many sensors there are. */
  public static final int SENSORS = 1000;

  /** The columns of a stream of readings. */
  public static final String COLUMNS =
      "id BIGINT, name VARCHAR, amount DOUBLE, flag BOOLEAN, note VARCHAR";

  /** The schema that the server itself would give those columns. */
  public static final String AVRO_SCHEMA =
      "{\"type\":\"record\",\"name\":\"KsqlDataSourceSchema\","
          + "\"namespace\":\"io.confluent.ksql.avro_schemas\",\"fields\":["
          + field("ID", "long")
          + ","
          + field("NAME", "string")
          + ","
          + field("AMOUNT", "double")
          + ","
          + field("FLAG", "boolean")
          + ","
          + field("NOTE", "string")
          + "]}";

  // What the other columns and the punctuation take in each format.
  private static final int JSON_FRAME = 74;
  private static final int OTHER_FRAME = 34;

  private Readings() {}

  private static String field(String name, String type) {
    return "{\"name\":\"" + name + "\",\"type\":[\"null\",\"" + type + "\"],\"default\":null}";
  }

  /** As JSON, without a key. */
  public static Rows json(int size) {
    String note = note(size - JSON_FRAME);
    return keyless(number -> json(number, note));
  }

  /** As JSON, the name of the sensor being the key and not in the value. */
  public static Rows keyedJson(int size) {
    return keyedJson(size, Readings::name);
  }

  /** As {@link #keyedJson}, but no two have the same key: two topics of them join in pairs. */
  public static Rows pairs(int size) {
    return keyedJson(size, number -> "pair-" + number);
  }

  private static Rows keyedJson(int size, LongFunction<String> key) {
    String note = note(size - JSON_FRAME);
    return new Rows() {
      @Override
      public byte[] key(long number) {
        return key.apply(number).getBytes(StandardCharsets.UTF_8);
      }

      @Override
      public byte[] value(long number) {
        return ("{\"ID\":" + number + jsonTail(number, note)).getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  /** As DELIMITED, without a key. */
  public static Rows delimited(int size) {
    String note = note(size - OTHER_FRAME);
    return keyless(
        number ->
            (number
                    + ","
                    + name(number)
                    + ","
                    + amount(number)
                    + ","
                    + (number % 2 == 0)
                    + ","
                    + note)
                .getBytes(StandardCharsets.UTF_8));
  }

  /** As AVRO behind the id of its schema, without a key. */
  public static Rows avro(int size, int schemaId) {
    String note = note(size - OTHER_FRAME);
    Schema schema = new Schema.Parser().parse(AVRO_SCHEMA);
    byte[] prefix = WireFormat.prefix(schemaId);
    return keyless(number -> avro(number, note, schema, prefix));
  }

  private static Rows keyless(LongFunction<byte[]> value) {
    return new Rows() {
      @Override
      public byte[] key(long number) {
        return null;
      }

      @Override
      public byte[] value(long number) {
        return value.apply(number);
      }
    };
  }

  private static byte[] json(long number, String note) {
    String text =
        "{\"ID\":" + number + ",\"NAME\":\"" + name(number) + "\"" + jsonTail(number, note);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The fields behind the name. */
  private static String jsonTail(long number, String note) {
    return ",\"AMOUNT\":"
        + amount(number)
        + ",\"FLAG\":"
        + (number % 2 == 0)
        + ",\"NOTE\":\""
        + note
        + "\"}";
  }

  private static byte[] avro(long number, String note, Schema schema, byte[] prefix) {
    GenericRecord row = new GenericData.Record(schema);
    row.put(0, number);
    row.put(1, name(number));
    row.put(2, amount(number));
    row.put(3, number % 2 == 0);
    row.put(4, note);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    bytes.writeBytes(prefix);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<GenericRecord>(schema).write(row, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The sensor of a record. */
  static String name(long number) {
    return "sensor-" + scattered(number, SENSORS);
  }

  /** Evenly from 0 to 999.9. */
  public static double amount(long number) {
    return scattered(number + 17, 10_000) / 10.0;
  }

  /** Neighbours far apart, the same for the same number. */
  static long scattered(long number, long bound) {
    return Math.floorMod((number * 0x9E3779B97F4A7C15L) >>> 20, bound);
  }

  private static String note(int length) {
    String words = "the reading was taken in the usual way and nothing was seen ";
    return words.repeat(length / words.length() + 1).substring(0, length);
  }
}
