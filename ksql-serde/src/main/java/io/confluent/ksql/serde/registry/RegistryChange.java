package io.confluent.ksql.serde.registry;

import java.util.Objects;
import java.util.Optional;

/**
 * A change to the contents of a registry. Replaying the changes in order gives the contents; of
 * those with the same {@link #key()} only the last one counts.
 */
public sealed interface RegistryChange {
  /** What the change is about. */
  Key key();

  /**
   * What a change is about.
   *
   * @param kind kind of thing
   * @param subject the subject; empty for the registry as a whole
   * @param version the version of the subject; 0 if the change is about all
   */
  record Key(Kind kind, String subject, int version) {}

  /** Kinds of things that change. */
  enum Kind {
    SCHEMA,
    CONFIG,
    MODE,
    HIGHEST_ID
  }

  /**
   * A version of a subject was added, or it was deleted softly.
   *
   * @param version the version
   * @param deleted whether it is deleted
   */
  record VersionSet(RegisteredSchema version, boolean deleted) implements RegistryChange {
    public VersionSet {
      Objects.requireNonNull(version, "version");
    }

    @Override
    public Key key() {
      return new Key(Kind.SCHEMA, version.subject(), version.version());
    }
  }

  /**
   * A version of a subject is gone.
   *
   * @param subject the subject
   * @param version its version
   */
  record VersionRemoved(String subject, int version) implements RegistryChange {
    @Override
    public Key key() {
      return new Key(Kind.SCHEMA, subject, version);
    }
  }

  /**
   * The level of a subject or of the registry was set, or unset.
   *
   * @param subject the subject; empty for the registry
   * @param level the level, if set
   */
  record LevelSet(String subject, Optional<CompatibilityLevel> level) implements RegistryChange {
    @Override
    public Key key() {
      return new Key(Kind.CONFIG, subject, 0);
    }
  }

  /**
   * The mode of a subject or of the registry was set, or unset.
   *
   * @param subject the subject; empty for the registry
   * @param mode the mode, if set
   */
  record ModeSet(String subject, Optional<RegistryMode> mode) implements RegistryChange {
    @Override
    public Key key() {
      return new Key(Kind.MODE, subject, 0);
    }
  }

  /**
   * The highest id given so far, kept because an id must not be given again after its schema is
   * gone.
   *
   * @param id the id
   */
  record HighestId(int id) implements RegistryChange {
    @Override
    public Key key() {
      return new Key(Kind.HIGHEST_ID, "", 0);
    }
  }
}
