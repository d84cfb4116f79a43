package io.confluent.ksql.benchmarks.program;

import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Generic records behind the id of their schema, which is asked of the registry once; readers,
 * writers, decoders and encoders are kept.
 */
final class AvroSerde {
  private AvroSerde() {}

  static Serde<GenericRecord> of(SchemaRegistry registry) {
    return Serdes.serdeFrom(new Writing(registry), new Reading(registry));
  }

  private static final class Writing implements Serializer<GenericRecord> {
    private final SchemaRegistry registry;
    private final Map<Schema, byte[]> prefixes = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    private BinaryEncoder encoder;
    private GenericDatumWriter<GenericRecord> writer;
    private Schema last;
    private byte[] prefix;

    Writing(SchemaRegistry registry) {
      this.registry = registry;
    }

    @Override
    public byte[] serialize(String topic, GenericRecord row) {
      if (row == null) {
        return null;
      }
      if (row.getSchema() != last) {
        last = row.getSchema();
        writer = new GenericDatumWriter<>(last);
        prefix = prefixes.computeIfAbsent(last, schema -> prefix(topic, schema));
      }
      bytes.reset();
      bytes.writeBytes(prefix);
      encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
      try {
        writer.write(row, encoder);
        encoder.flush();
      } catch (IOException e) {
        throw new SerializationException(e);
      }
      return bytes.toByteArray();
    }

    private byte[] prefix(String topic, Schema schema) {
      RegistrySchema text = RegistrySchema.of(RegistrySchema.Type.AVRO, schema.toString());
      return WireFormat.prefix(registry.register(topic + "-value", text));
    }
  }

  private static final class Reading implements Deserializer<GenericRecord> {
    private final SchemaRegistry registry;
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();
    private BinaryDecoder decoder;

    Reading(SchemaRegistry registry) {
      this.registry = registry;
    }

    @Override
    public GenericRecord deserialize(String topic, byte[] bytes) {
      if (bytes == null) {
        return null;
      }
      GenericDatumReader<GenericRecord> reader =
          readers.computeIfAbsent(WireFormat.schemaId(bytes), this::reader);
      int start = WireFormat.PREFIX_LENGTH;
      decoder = DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, decoder);
      try {
        return reader.read(null, decoder);
      } catch (IOException e) {
        throw new SerializationException(e);
      }
    }

    private GenericDatumReader<GenericRecord> reader(int id) {
      String text = registry.byId(id).orElseThrow().text();
      return new GenericDatumReader<>(new Schema.Parser().parse(text));
    }
  }
}
