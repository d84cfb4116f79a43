package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.FileDescriptor;
import io.confluent.ksql.serde.protobuf.schema.ProtoCompatibility;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaLanguage;
import java.util.List;

/** A registry's rules for Protobuf schemas. */
public final class ProtobufLanguage implements SchemaLanguage {
  @Override
  public RegistrySchema.Type type() {
    return RegistrySchema.Type.PROTOBUF;
  }

  @Override
  public RegistrySchema canonical(RegistrySchema schema, References references) {
    parse(schema, references);
    return new RegistrySchema(
        schema.type(), ProtoText.canonical(schema.text()), schema.references());
  }

  @Override
  public List<String> conflicts(
      RegistrySchema reader, RegistrySchema writer, References references) {
    return ProtoCompatibility.conflicts(parse(reader, references), parse(writer, references));
  }

  private FileDescriptor parse(RegistrySchema schema, References references) {
    try {
      return RegisteredProto.parse(schema, references);
    } catch (ProtoSchemaException e) {
      throw SchemaLanguage.invalid(type(), e.getMessage());
    }
  }
}
