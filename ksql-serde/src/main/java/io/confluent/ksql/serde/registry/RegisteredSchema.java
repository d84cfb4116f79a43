package io.confluent.ksql.serde.registry;

import java.util.Objects;

/**
 * A version of a subject.
 *
 * @param subject the subject
 * @param version one-based
 * @param id the number by which records refer to the schema
 * @param schema the schema
 */
public record RegisteredSchema(String subject, int version, int id, RegistrySchema schema) {
  public RegisteredSchema {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(schema, "schema");
  }
}
