package io.confluent.ksql.serde.protobuf;

/** How a field that may be null is written; without one of these null becomes the default. */
public enum NullableRepresentation {
  /** A field marked {@code optional}. */
  OPTIONAL,
  /** A message of {@code google/protobuf/wrappers.proto} around the value. */
  WRAPPER
}
