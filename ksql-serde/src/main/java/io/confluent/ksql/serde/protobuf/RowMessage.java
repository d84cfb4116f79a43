package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import java.util.List;
import java.util.Optional;

/** Which message of a schema is that of a row. */
final class RowMessage {
  private RowMessage() {}

  /**
   * The message of that name, or if none is given the only one.
   *
   * @throws ProtoSchemaException if there is no such message, or no name and several to choose from
   */
  static Descriptor of(FileDescriptor schema, Optional<String> fullName) {
    List<Descriptor> messages = schema.getMessageTypes();
    if (fullName.isPresent()) {
      return find(messages, fullName.get())
          .orElseThrow(
              () -> new ProtoSchemaException("it defines no message named " + fullName.get()));
    }
    if (messages.isEmpty()) {
      throw new ProtoSchemaException("it defines no message");
    }
    List<String> named =
        messages.stream()
            .filter(each -> !each.getName().startsWith(SchemaTextBuilder.DEFAULT_NAME))
            .map(Descriptor::getFullName)
            .toList();
    if (named.size() > 1) {
      throw new ProtoSchemaException(
          "it defines several messages (%s), and SCHEMA_FULL_NAME does not say which is meant"
              .formatted(String.join(", ", named)));
    }
    return messages.get(0);
  }

  private static Optional<Descriptor> find(List<Descriptor> messages, String fullName) {
    for (Descriptor message : messages) {
      if (message.getFullName().equals(fullName)) {
        return Optional.of(message);
      }
      if (fullName.startsWith(message.getFullName() + ".")) {
        return find(message.getNestedTypes(), fullName);
      }
    }
    return Optional.empty();
  }
}
