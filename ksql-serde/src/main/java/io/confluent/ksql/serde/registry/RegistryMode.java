package io.confluent.ksql.serde.registry;

/** Whether subjects may be changed. */
public enum RegistryMode {
  READWRITE,
  READONLY
}
