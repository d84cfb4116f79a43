package io.confluent.ksql.serde.protobuf.schema;

/** A text is not a schema in Protobuf, or one that is not supported. */
public final class ProtoSchemaException extends RuntimeException {
  /** What is wrong, as a clause without a full stop. */
  public ProtoSchemaException(String message) {
    super(message);
  }

  /** The same with the error that said so. */
  public ProtoSchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
