package io.confluent.ksql.serde.registry;

/** Whether subjects may be changed. */
public enum RegistryMode {
  /** They may. */
  READWRITE,
  /** They may not, unless a subject has a mode of its own. */
  READONLY,
  /** They may not, whatever modes subjects have. */
  READONLY_OVERRIDE,
  /** Schemas are taken over from elsewhere, with their ids. */
  IMPORT
}
