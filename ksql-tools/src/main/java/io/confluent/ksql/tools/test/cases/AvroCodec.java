package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Avro with the registry's id before it: written with the latest schema, read with the writer's.
 */
final class AvroCodec implements ValueCodec {
  private final SchemaRegistry registry;
  private final String subject;

  AvroCodec(SchemaRegistry registry, String subject) {
    this.registry = registry;
    this.subject = subject;
  }

  @Override
  public byte[] encode(JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    RegisteredSchema latest =
        registry
            .latest(subject)
            .orElseThrow(() -> new CaseFailure("The registry has no subject " + subject));
    Schema schema = parse(latest.schema());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      bytes.write(WireFormat.prefix(latest.id()));
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<>(schema).write(AvroFromJson.datum(schema, json), encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
      throw new CaseFailure("%s does not fit %s.".formatted(json, schema), e);
    }
  }

  @Override
  public Object decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    int id = WireFormat.schemaId(bytes);
    Schema schema =
        registry
            .byId(id)
            .map(this::parse)
            .orElseThrow(() -> new CaseFailure("The registry has no schema " + id));
    try {
      Object datum =
          new GenericDatumReader<>(schema)
              .read(
                  null,
                  DecoderFactory.get()
                      .binaryDecoder(
                          bytes,
                          WireFormat.PREFIX_LENGTH,
                          bytes.length - WireFormat.PREFIX_LENGTH,
                          null));
      return AvroToPlain.value(schema, datum);
    } catch (IOException | AvroRuntimeException e) {
      throw new CaseFailure("The bytes are not of the schema " + schema, e);
    }
  }

  private Schema parse(RegistrySchema schema) {
    Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
    addReferences(schema, parser);
    return parser.parse(schema.text());
  }

  private void addReferences(RegistrySchema schema, Schema.Parser parser) {
    for (RegistrySchema.Reference reference : schema.references()) {
      registry
          .version(reference.subject(), reference.version())
          .map(RegisteredSchema::schema)
          .filter(referred -> !parser.getTypes().containsKey(reference.name()))
          .ifPresent(
              referred -> {
                addReferences(referred, parser);
                parser.parse(referred.text());
              });
    }
  }
}
