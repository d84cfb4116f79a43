package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * JSON with the registry's id before it: written with the latest schema, read with the writer's.
 */
final class JsonSchemaCodec implements ValueCodec {
  private final SchemaRegistry registry;
  private final String subject;

  JsonSchemaCodec(SchemaRegistry registry, String subject) {
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      bytes.write(WireFormat.prefix(latest.id()));
      bytes.write(CaseFile.JSON.writeValueAsBytes(data(latest.schema()).fromCase(json)));
      return bytes.toByteArray();
    } catch (IOException | IllegalArgumentException e) {
      throw new CaseFailure("%s does not fit %s.".formatted(json, latest.schema().text()), e);
    }
  }

  @Override
  public Object decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    int id = WireFormat.schemaId(bytes);
    RegistrySchema schema =
        registry.byId(id).orElseThrow(() -> new CaseFailure("The registry has no schema " + id));
    try {
      int length = bytes.length - WireFormat.PREFIX_LENGTH;
      JsonNode json =
          CaseFile.JSON.readerFor(JsonNode.class).readTree(bytes, WireFormat.PREFIX_LENGTH, length);
      return data(schema).toPlain(json);
    } catch (IOException | IllegalArgumentException e) {
      throw new CaseFailure("The bytes are not of the schema " + schema.text(), e);
    }
  }

  private JsonSchemaData data(RegistrySchema schema) throws JsonProcessingException {
    return new JsonSchemaData(
        CaseFile.JSON.readTree(schema.text()), name -> referred(schema, name));
  }

  private JsonNode referred(RegistrySchema schema, String name) {
    for (RegistrySchema.Reference reference : schema.references()) {
      if (reference.name().equals(name)) {
        return registry
            .version(reference.subject(), reference.version())
            .map(found -> tree(found.schema().text()))
            .orElseThrow(() -> new CaseFailure("There is no schema " + reference));
      }
    }
    throw new CaseFailure("The schema has no reference " + name);
  }

  private static JsonNode tree(String text) {
    try {
      return CaseFile.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new CaseFailure("No JSON: " + text, e);
    }
  }
}
