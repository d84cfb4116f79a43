package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.FileDescriptor;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaLanguage;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Parses schemas of a registry with those that they refer to. */
final class RegisteredProto {
  private RegisteredProto() {}

  /**
   * The schema.
   *
   * @throws ProtoSchemaException if the text, or one it refers to, is none or is missing
   */
  static FileDescriptor parse(RegistrySchema schema, Optional<SchemaRegistry> registry) {
    return parse(
        schema,
        reference ->
            registry
                .flatMap(known -> known.version(reference.subject(), reference.version()))
                .map(RegisteredSchema::schema)
                .orElseThrow(
                    () ->
                        new ProtoSchemaException(
                            "it refers to version %d of %s, which does not exist"
                                .formatted(reference.version(), reference.subject()))));
  }

  /** The same with another way to find what the schema refers to. */
  static FileDescriptor parse(RegistrySchema schema, SchemaLanguage.References references) {
    Map<String, String> texts = new HashMap<>();
    addReferences(schema, references, texts);
    return ProtoText.parse(schema.text(), name -> Optional.ofNullable(texts.get(name)));
  }

  private static void addReferences(
      RegistrySchema schema, SchemaLanguage.References references, Map<String, String> texts) {
    for (RegistrySchema.Reference reference : schema.references()) {
      if (!texts.containsKey(reference.name())) {
        RegistrySchema referred = references.get(reference);
        texts.put(reference.name(), referred.text());
        addReferences(referred, references, texts);
      }
    }
  }
}
