package io.confluent.ksql.serde.registry;

import java.util.List;

/**
 * What a registry knows of one language of schemas. Languages are found by {@link
 * java.util.ServiceLoader}; of one that is not there only the texts are compared.
 */
public interface SchemaLanguage {
  /** The language. */
  RegistrySchema.Type type();

  /**
   * The schema in the form in which it is kept, so that its text does not depend on blanks.
   *
   * @throws RegistryException {@link RegistryException#INVALID_SCHEMA} if the text is no schema
   */
  RegistrySchema canonical(RegistrySchema schema, References references);

  /**
   * The canonical schema in the form in which all that mean the same are equal.
   *
   * @throws RegistryException {@link RegistryException#INVALID_SCHEMA} if the text is no schema
   */
  default RegistrySchema normalized(RegistrySchema schema, References references) {
    return canonical(schema, references);
  }

  /**
   * Why what was written with one schema cannot be read with another: a clause each; empty if it
   * can.
   *
   * @throws RegistryException {@link RegistryException#INVALID_SCHEMA} if a text is no schema
   */
  List<String> conflicts(RegistrySchema reader, RegistrySchema writer, References references);

  /** Finds the schemas that others refer to. */
  @FunctionalInterface
  interface References {
    /**
     * The schema of a reference.
     *
     * @throws RegistryException {@link RegistryException#INVALID_SCHEMA} if it does not exist
     */
    RegistrySchema get(RegistrySchema.Reference reference);
  }

  /** The error of a text that is no schema. */
  static RegistryException invalid(RegistrySchema.Type type, String reason) {
    return new RegistryException(
        RegistryException.INVALID_SCHEMA, "The text is not a schema in " + type + ": " + reason);
  }
}
