package io.confluent.ksql.connect.avro;

import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.HttpSchemaRegistry;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;

/**
 * Avro behind a zero byte and the id of its schema in a registry, as KSQL and others read and write
 * it; the subject is the topic with {@code -key} or {@code -value}. Used by one thread.
 */
public class AvroConverter implements Converter {
  private static final int CACHED = 1000;

  private final Map<Integer, Known> byId = cache();
  private final Map<String, Map<Schema, Written>> bySubject = cache();
  private SchemaRegistry registry;
  private boolean registers;
  private String suffix = "-value";

  /** A schema of records that were read. */
  private record Known(
      org.apache.avro.Schema avro, Schema connect, GenericDatumReader<Object> reader) {}

  /** A schema that records are written with. */
  private record Written(
      org.apache.avro.Schema avro, byte[] prefix, GenericDatumWriter<Object> writer) {}

  @Override
  public ConfigDef config() {
    return ConverterSettings.definition();
  }

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    ConverterSettings settings = new ConverterSettings(config);
    configure(
        new HttpSchemaRegistry(
            settings.urls(),
            Duration.ofMillis(settings.getInt(ConverterSettings.TIMEOUT)),
            settings.userInfo()),
        settings.getBoolean(ConverterSettings.REGISTER));
    suffix = isKey ? "-key" : "-value";
  }

  final void configure(SchemaRegistry given, boolean registering) {
    registry = given;
    registers = registering;
  }

  @Override
  public byte[] fromConnectData(String topic, Schema schema, Object value) {
    if (value == null && (schema == null || schema.isOptional())) {
      return null;
    }
    if (schema == null) {
      throw new DataException(
          "A value without a schema cannot be written as Avro; use the JsonConverter, or a source"
              + " that has schemas.");
    }
    String subject = topic + suffix;
    try {
      Written known =
          bySubject
              .computeIfAbsent(subject, any -> cache())
              .computeIfAbsent(schema, wanted -> written(subject, wanted));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(known.prefix());
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      known.writer().write(AvroValues.of(schema, value, known.avro()), encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (RegistryException e) {
      throw failure("The schema of " + subject + " was not registered", e);
    } catch (IOException | AvroRuntimeException | ClassCastException e) {
      throw new DataException("The value cannot be written as Avro: " + e.getMessage(), e);
    }
  }

  private Written written(String subject, Schema schema) {
    org.apache.avro.Schema avro = new AvroSchemas().of(schema);
    RegistrySchema own = RegistrySchema.of(RegistrySchema.Type.AVRO, avro.toString());
    int id =
        registers
            ? registry.register(subject, own)
            : registry
                .lookup(subject, own)
                .map(RegisteredSchema::id)
                .orElseThrow(
                    () ->
                        new DataException(
                            "The subject %s does not have the schema %s, and %s is false."
                                .formatted(subject, avro, ConverterSettings.REGISTER)));
    return new Written(avro, WireFormat.prefix(id), new GenericDatumWriter<>(avro));
  }

  @Override
  public SchemaAndValue toConnectData(String topic, byte[] bytes) {
    if (bytes == null) {
      return SchemaAndValue.NULL;
    }
    if (!WireFormat.isPrefixed(bytes)) {
      throw new DataException(
          "The record in "
              + topic
              + " was not written with a schema registry: it does not begin with a zero byte and"
              + " the id of a schema.");
    }
    try {
      Known known = byId.computeIfAbsent(WireFormat.schemaId(bytes), this::known);
      int start = WireFormat.PREFIX_LENGTH;
      Object value =
          known
              .reader()
              .read(
                  null,
                  DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null));
      return new SchemaAndValue(
          known.connect(), ConnectValues.of(known.connect(), value, known.avro()));
    } catch (RegistryException e) {
      throw failure("The schema of a record in " + topic + " is not known", e);
    } catch (IOException | AvroRuntimeException e) {
      throw new DataException("The record in %s is no Avro of its schema.".formatted(topic), e);
    }
  }

  private Known known(int id) {
    RegistrySchema found =
        registry
            .byId(id)
            .orElseThrow(() -> new DataException("The registry has no schema " + id + "."));
    if (found.type() != RegistrySchema.Type.AVRO) {
      throw new DataException("Schema %d is no Avro but %s.".formatted(id, found.type()));
    }
    org.apache.avro.Schema.Parser parser = new org.apache.avro.Schema.Parser();
    org.apache.avro.Schema avro = parser.parse(withReferences(found, parser));
    return new Known(avro, ConnectSchemas.of(avro), new GenericDatumReader<>(avro));
  }

  /** Teaches a parser the schemas that a text builds on. */
  private String withReferences(RegistrySchema schema, org.apache.avro.Schema.Parser parser) {
    for (RegistrySchema.Reference reference : schema.references()) {
      if (!parser.getTypes().containsKey(reference.name())) {
        RegisteredSchema other =
            registry
                .version(reference.subject(), reference.version())
                .orElseThrow(
                    () -> new DataException("The registry lacks " + reference.subject() + "."));
        parser.parse(withReferences(other.schema(), parser));
      }
    }
    return schema.text();
  }

  /** What a registry refuses it will refuse again; what cannot be asked may come back. */
  private static RuntimeException failure(String what, RegistryException e) {
    String message = what + ": " + e.getMessage();
    boolean passing = e.status() == RegistryException.UNREACHABLE || e.status() / 100 == 5;
    return passing ? new RetriableException(message, e) : new DataException(message, e);
  }

  private static <K, V> Map<K, V> cache() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > CACHED;
      }
    };
  }
}
