package io.confluent.ksql.serde.avro;

import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaLanguage;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** A registry's rules for Avro schemas: those of Avro's own library. */
public final class AvroLanguage implements SchemaLanguage {
  @Override
  public RegistrySchema.Type type() {
    return RegistrySchema.Type.AVRO;
  }

  @Override
  public RegistrySchema canonical(RegistrySchema schema, References references) {
    return new RegistrySchema(
        schema.type(), parse(schema, references).toString(), schema.references());
  }

  @Override
  public List<String> conflicts(
      RegistrySchema reader, RegistrySchema writer, References references) {
    List<String> conflicts = new ArrayList<>();
    for (Incompatibility conflict :
        SchemaCompatibility.checkReaderWriterCompatibility(
                parse(reader, references), parse(writer, references))
            .getResult()
            .getIncompatibilities()) {
      conflicts.add(
          "%s at %s, %s"
              .formatted(conflict.getType(), conflict.getLocation(), conflict.getMessage()));
    }
    return conflicts;
  }

  private Schema parse(RegistrySchema schema, References references) {
    Schema.Parser parser = new Schema.Parser();
    try {
      parseReferences(schema, references, parser);
      return parser.parse(schema.text());
    } catch (AvroRuntimeException e) {
      throw SchemaLanguage.invalid(type(), e.getMessage());
    }
  }

  private static void parseReferences(
      RegistrySchema schema, References references, Schema.Parser parser) {
    for (RegistrySchema.Reference reference : schema.references()) {
      if (!parser.getTypes().containsKey(reference.name())) {
        RegistrySchema referred = references.get(reference);
        parseReferences(referred, references, parser);
        parser.parse(referred.text());
      }
    }
  }
}
