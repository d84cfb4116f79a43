package io.confluent.ksql.serde.registry;

import com.google.protobuf.Descriptors.FileDescriptor;
import io.confluent.ksql.serde.protobuf.schema.ProtoCompatibility;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a registry knows of schemas in Protobuf. */
final class ProtobufRules {
  private final Function<RegistrySchema.Reference, RegistrySchema> resolver;

  /**
   * @param resolver finds the schema of a reference, or throws a {@link RegistryException}
   */
  ProtobufRules(Function<RegistrySchema.Reference, RegistrySchema> resolver) {
    this.resolver = resolver;
  }

  /**
   * The schema in the form in which equal schemas are equal.
   *
   * @throws RegistryException {@link RegistryException#INVALID_SCHEMA} if the text is no schema
   */
  RegistrySchema normalized(RegistrySchema schema) {
    parse(schema);
    try {
      return new RegistrySchema(
          schema.type(), ProtoText.canonical(schema.text()), schema.references());
    } catch (ProtoSchemaException e) {
      throw invalid(e);
    }
  }

  /** Why one schema cannot read what was written with another; empty if it can. */
  List<String> conflicts(RegistrySchema reader, RegistrySchema writer) {
    return ProtoCompatibility.conflicts(parse(reader), parse(writer));
  }

  private FileDescriptor parse(RegistrySchema schema) {
    Map<String, String> texts = new HashMap<>();
    addReferences(schema, texts);
    try {
      return ProtoText.parse(schema.text(), name -> Optional.ofNullable(texts.get(name)));
    } catch (ProtoSchemaException e) {
      throw invalid(e);
    }
  }

  private void addReferences(RegistrySchema schema, Map<String, String> texts) {
    for (RegistrySchema.Reference reference : schema.references()) {
      if (!texts.containsKey(reference.name())) {
        RegistrySchema referred = resolver.apply(reference);
        texts.put(reference.name(), referred.text());
        addReferences(referred, texts);
      }
    }
  }

  private static RegistryException invalid(ProtoSchemaException e) {
    return new RegistryException(
        RegistryException.INVALID_SCHEMA,
        "The text is not a schema in PROTOBUF: " + e.getMessage() + ".");
  }
}
