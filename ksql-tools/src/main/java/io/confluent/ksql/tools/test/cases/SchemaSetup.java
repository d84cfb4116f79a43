package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryChange;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts the schemas that a case declares into the registry. */
final class SchemaSetup {
  private final InMemorySchemaRegistry registry;
  private final List<TestCase.Topic> topics;

  SchemaSetup(InMemorySchemaRegistry registry, List<TestCase.Topic> topics) {
    this.registry = registry;
    this.topics = topics;
  }

  /** Those whose ids the case tells. */
  void registerWithIds() {
    register(true);
  }

  /** Those that get the next ids. */
  void registerOthers() {
    register(false);
  }

  private void register(boolean withId) {
    for (TestCase.Topic topic : topics) {
      register(topic.name() + "-key", topic.key(), withId);
      register(topic.name() + "-value", topic.value(), withId);
    }
  }

  private void register(String subject, Optional<TestCase.Side> side, boolean withId) {
    if (side.isEmpty() || side.get().id().isPresent() != withId) {
      return;
    }
    List<RegistrySchema.Reference> references = new ArrayList<>();
    for (TestCase.Reference reference : side.get().references()) {
      registry.register(
          reference.name(), schema(reference.format(), reference.schema(), List.of()));
      references.add(new RegistrySchema.Reference(reference.name(), reference.name(), 1));
    }
    RegistrySchema schema = schema(side.get().format(), side.get().schema(), references);
    if (withId) {
      registry.restore(
          new RegistryChange.VersionSet(
              new RegisteredSchema(subject, 1, side.get().id().getAsInt(), schema), false));
    } else {
      registry.register(subject, schema);
    }
  }

  private static RegistrySchema schema(
      String format, JsonNode text, List<RegistrySchema.Reference> references) {
    RegistrySchema.Type type =
        switch (format.toUpperCase(Locale.ROOT)) {
          case "JSON", "JSON_SR" -> RegistrySchema.Type.JSON;
          case "PROTOBUF" -> RegistrySchema.Type.PROTOBUF;
          default -> RegistrySchema.Type.AVRO;
        };
    return new RegistrySchema(
        type, type == RegistrySchema.Type.PROTOBUF ? text.asText() : text.toString(), references);
  }
}
