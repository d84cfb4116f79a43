package io.confluent.ksql.serde.jsonschema;

/** A text is not a JSON schema. */
final class InvalidSchemaException extends RuntimeException {
  /**
   * The error.
   *
   * @param reason what is wrong, as the end of a sentence
   */
  InvalidSchemaException(String reason) {
    super(reason, null, false, false);
  }
}
