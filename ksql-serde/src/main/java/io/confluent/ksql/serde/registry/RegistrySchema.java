package io.confluent.ksql.serde.registry;

import java.util.List;
import java.util.Objects;

/**
 * A schema as a registry keeps it.
 *
 * @param type its language
 * @param text the schema in that language
 * @param references other schemas that the text builds on
 */
public record RegistrySchema(Type type, String text, List<Reference> references) {
  public RegistrySchema {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(text, "text");
    references = List.copyOf(references);
  }

  /** A schema that builds on no other. */
  public static RegistrySchema of(Type type, String text) {
    return new RegistrySchema(type, text, List.of());
  }

  /** The languages of schemas. */
  public enum Type {
    AVRO,
    JSON,
    PROTOBUF
  }

  /**
   * Another schema that a text builds on.
   *
   * @param name how the text calls it
   * @param subject the subject it is registered under
   * @param version its version there
   */
  public record Reference(String name, String subject, int version) {}
}
