package io.confluent.ksql.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.serde.registry.CompatibilityLevel;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryChange;
import io.confluent.ksql.serde.registry.RegistryChange.HighestId;
import io.confluent.ksql.serde.registry.RegistryChange.Kind;
import io.confluent.ksql.serde.registry.RegistryChange.LevelSet;
import io.confluent.ksql.serde.registry.RegistryChange.ModeSet;
import io.confluent.ksql.serde.registry.RegistryChange.VersionRemoved;
import io.confluent.ksql.serde.registry.RegistryChange.VersionSet;
import io.confluent.ksql.serde.registry.RegistryMode;
import io.confluent.ksql.serde.registry.SchemaJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Changes as records of a compacted topic: the key says what a change is about, the value what it
 * is now; without a value it is gone.
 */
final class ChangeJson {
  private ChangeJson() {}

  static byte[] key(RegistryChange change) {
    RegistryChange.Key key = change.key();
    ObjectNode json = SchemaJson.object().put("keytype", key.kind().name());
    switch (key.kind()) {
      case SCHEMA -> json.put("subject", key.subject()).put("version", key.version());
      case CONFIG, MODE -> json.put("subject", key.subject().isEmpty() ? null : key.subject());
      case HIGHEST_ID -> {}
    }
    return bytes(json.put("magic", 1));
  }

  /** Null if the thing is gone. */
  static byte[] value(RegistryChange change) {
    if (change instanceof VersionSet set) {
      return bytes(
          SchemaJson.put(SchemaJson.object(), set.version()).put("deleted", set.deleted()));
    }
    if (change instanceof LevelSet set) {
      return set.level()
          .map(level -> bytes(SchemaJson.object().put("compatibilityLevel", level.name())))
          .orElse(null);
    }
    if (change instanceof ModeSet set) {
      return set.mode()
          .map(mode -> bytes(SchemaJson.object().put("mode", mode.name())))
          .orElse(null);
    }
    if (change instanceof HighestId highest) {
      return bytes(SchemaJson.object().put("id", highest.id()));
    }
    return null;
  }

  /**
   * The change of a record.
   *
   * @throws IllegalArgumentException if the record is none of ours
   */
  static RegistryChange change(byte[] key, byte[] value) {
    JsonNode about = parse(key);
    JsonNode now = value == null ? SchemaJson.object() : parse(value);
    String subject = about.path("subject").asText("");
    subject = about.path("subject").isNull() ? "" : subject;
    return switch (Kind.valueOf(about.path("keytype").asText())) {
      case SCHEMA ->
          value == null
              ? new VersionRemoved(subject, about.path("version").asInt())
              : new VersionSet(
                  new RegisteredSchema(
                      subject,
                      about.path("version").asInt(),
                      now.path("id").asInt(),
                      SchemaJson.schema(now)),
                  now.path("deleted").asBoolean());
      case CONFIG ->
          new LevelSet(subject, text(now, "compatibilityLevel").map(CompatibilityLevel::valueOf));
      case MODE -> new ModeSet(subject, text(now, "mode").map(RegistryMode::valueOf));
      case HIGHEST_ID -> new HighestId(now.path("id").asInt());
    };
  }

  private static Optional<String> text(JsonNode json, String member) {
    return Optional.ofNullable(json.path(member).textValue());
  }

  private static JsonNode parse(byte[] json) {
    if (json == null) {
      throw new IllegalArgumentException("a record without a key");
    }
    try {
      return SchemaJson.parse(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a record that is not JSON", e);
    }
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
