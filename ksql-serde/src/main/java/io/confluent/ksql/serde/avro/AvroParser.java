package io.confluent.ksql.serde.avro;

import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Parses schemas of a registry with those that they refer to. */
final class AvroParser {
  private AvroParser() {}

  /**
   * The schema.
   *
   * @throws SchemaParseException if the text, or one it refers to, is none or is missing
   */
  static Schema parse(RegistrySchema schema, SchemaRegistry registry) {
    Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
    addReferences(schema, registry, parser, new HashSet<>());
    return parser.parse(schema.text());
  }

  private static void addReferences(
      RegistrySchema schema, SchemaRegistry registry, Schema.Parser parser, Set<String> added) {
    for (RegistrySchema.Reference reference : schema.references()) {
      if (!added.add(reference.name())) {
        continue;
      }
      RegisteredSchema referred =
          registry
              .version(reference.subject(), reference.version())
              .orElseThrow(
                  () ->
                      new SchemaParseException(
                          "The schema of %s refers to version %d of %s, which does not exist"
                              .formatted(
                                  reference.name(), reference.version(), reference.subject())));
      addReferences(referred.schema(), registry, parser, added);
      parser.parse(referred.schema().text());
    }
  }
}
