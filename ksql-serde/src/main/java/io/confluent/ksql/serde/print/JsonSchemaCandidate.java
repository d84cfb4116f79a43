package io.confluent.ksql.serde.print;

import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.Optional;

/** JSON behind the id of a JSON schema. */
final class JsonSchemaCandidate implements Candidate {
  private final SchemaRegistry registry;

  JsonSchemaCandidate(SchemaRegistry registry) {
    this.registry = registry;
  }

  @Override
  public String name() {
    return "JSON_SR";
  }

  @Override
  public Optional<String> text(byte[] bytes) {
    if (!WireFormat.isPrefixed(bytes)) {
      return Optional.empty();
    }
    return registry
        .byId(WireFormat.schemaId(bytes))
        .filter(schema -> schema.type() == RegistrySchema.Type.JSON)
        .flatMap(schema -> PlainCandidate.json(bytes, WireFormat.PREFIX_LENGTH));
  }
}
