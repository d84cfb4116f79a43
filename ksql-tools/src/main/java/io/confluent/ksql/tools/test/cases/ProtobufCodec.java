package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Protobuf with the registry's id before it: written with the latest schema, read with the
 * writer's.
 */
final class ProtobufCodec implements ValueCodec {
  private final SchemaRegistry registry;
  private final String subject;
  private final Optional<String> messageName;

  /**
   * A codec.
   *
   * @param messageName the message that a statement chooses among those of the schema
   */
  ProtobufCodec(SchemaRegistry registry, String subject, Optional<String> messageName) {
    this.registry = registry;
    this.subject = subject;
    this.messageName = messageName;
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
    Descriptor type = chosen(parse(latest.schema()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      bytes.write(WireFormat.prefix(latest.id()));
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      if (type.getIndex() == 0) {
        out.writeSInt32NoTag(0);
      } else {
        out.writeSInt32NoTag(1);
        out.writeSInt32NoTag(type.getIndex());
      }
      ProtobufFromJson.root(type, json).writeTo(out);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new CaseFailure("%s does not fit %s.".formatted(json, latest.schema().text()), e);
    }
  }

  @Override
  public Object decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    int id = WireFormat.schemaId(bytes);
    FileDescriptor schema =
        registry
            .byId(id)
            .map(this::parse)
            .orElseThrow(() -> new CaseFailure("The registry has no schema " + id));
    try {
      CodedInputStream in =
          CodedInputStream.newInstance(
              bytes, WireFormat.PREFIX_LENGTH, bytes.length - WireFormat.PREFIX_LENGTH);
      Message message = DynamicMessage.parseFrom(written(schema, in), in);
      return ProtobufToPlain.root(message);
    } catch (IOException e) {
      throw new CaseFailure("The bytes are not of the schema " + schema.toProto(), e);
    }
  }

  private static Descriptor written(FileDescriptor schema, CodedInputStream in) throws IOException {
    int count = in.readSInt32();
    if (count == 0) {
      return schema.getMessageTypes().get(0);
    }
    Descriptor message = schema.getMessageTypes().get(in.readSInt32());
    for (int i = 1; i < count; i++) {
      message = message.getNestedTypes().get(in.readSInt32());
    }
    return message;
  }

  private Descriptor chosen(FileDescriptor schema) {
    List<Descriptor> messages = new ArrayList<>(schema.getMessageTypes());
    messageName.ifPresent(
        name -> messages.removeIf(message -> !message.getFullName().equals(name)));
    if (messages.isEmpty()) {
      throw new CaseFailure("The schema of %s has no message %s".formatted(subject, messageName));
    }
    return messages.get(0);
  }

  private FileDescriptor parse(RegistrySchema schema) {
    Map<String, String> texts = new HashMap<>();
    addReferences(schema, texts);
    try {
      return ProtoText.parse(schema.text(), name -> Optional.ofNullable(texts.get(name)));
    } catch (ProtoSchemaException e) {
      throw new CaseFailure("No schema in Protobuf: " + schema.text(), e);
    }
  }

  private void addReferences(RegistrySchema schema, Map<String, String> texts) {
    for (RegistrySchema.Reference reference : schema.references()) {
      registry
          .version(reference.subject(), reference.version())
          .map(RegisteredSchema::schema)
          .ifPresent(
              referred -> {
                texts.put(reference.name(), referred.text());
                addReferences(referred, texts);
              });
    }
  }
}
