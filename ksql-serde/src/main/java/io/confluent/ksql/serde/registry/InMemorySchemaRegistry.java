package io.confluent.ksql.serde.registry;

import io.confluent.ksql.serde.registry.RegistryChange.HighestId;
import io.confluent.ksql.serde.registry.RegistryChange.LevelSet;
import io.confluent.ksql.serde.registry.RegistryChange.ModeSet;
import io.confluent.ksql.serde.registry.RegistryChange.VersionRemoved;
import io.confluent.ksql.serde.registry.RegistryChange.VersionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A schema registry in this process, with the rules of one. What changes is handed to a journal
 * before it takes effect, so that a server can make it last.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {
  private static final String ALL_SUBJECTS = "";
  private static final int SUBJECT_NOT_FOUND = 40401;
  private static final int SUBJECT_NOT_DELETED = 40405;
  private static final int VERSION_NOT_FOUND = 40402;
  private static final int VERSION_NOT_DELETED = 40407;
  private static final int READ_ONLY = 42205;

  private final Consumer<RegistryChange> journal;
  private final RegistryContents contents = new RegistryContents();
  private final SchemaRules rules = new SchemaRules(this::referred);

  /** A registry that is forgotten with this object. */
  public InMemorySchemaRegistry() {
    this(change -> {});
  }

  /**
   * A registry whose changes are recorded.
   *
   * @param journal records a change, or throws, in which case the change does not happen
   */
  public InMemorySchemaRegistry(Consumer<RegistryChange> journal) {
    this.journal = journal;
  }

  /** Takes over a change that was recorded earlier. */
  public synchronized void restore(RegistryChange change) {
    contents.apply(change);
  }

  @Override
  public synchronized int register(String subject, RegistrySchema schema) {
    refuseReadOnly(subject);
    RegistrySchema normalized = rules.normalized(schema);
    Optional<RegisteredSchema> present = find(subject, normalized);
    if (present.isPresent()) {
      return present.get().id();
    }
    List<String> conflicts = rules.conflicts(normalized, schemas(subject), effectiveLevel(subject));
    if (!conflicts.isEmpty()) {
      throw new RegistryException(
          RegistryException.INCOMPATIBLE,
          "The schema cannot follow the earlier ones of the subject %s (level %s). %s"
              .formatted(subject, effectiveLevel(subject), String.join("; ", conflicts)));
    }
    int id = contents.idFor(normalized);
    var versions = contents.versions(subject);
    int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
    change(new VersionSet(new RegisteredSchema(subject, version, id, normalized), false));
    return id;
  }

  @Override
  public synchronized Optional<RegisteredSchema> latest(String subject) {
    List<RegisteredSchema> live = live(subject);
    return live.isEmpty() ? Optional.empty() : Optional.of(live.get(live.size() - 1));
  }

  @Override
  public synchronized Optional<RegisteredSchema> version(String subject, int version) {
    return live(subject).stream().filter(each -> each.version() == version).findFirst();
  }

  /** One version of a subject even if it was deleted softly. */
  public synchronized Optional<RegisteredSchema> versionOrDeleted(String subject, int version) {
    return Optional.ofNullable(contents.versions(subject).get(version)).map(VersionSet::version);
  }

  @Override
  public synchronized Optional<RegisteredSchema> lookup(String subject, RegistrySchema schema) {
    return find(subject, rules.normalized(schema));
  }

  @Override
  public synchronized Optional<RegistrySchema> byId(int id) {
    return contents.schema(id);
  }

  /** Versions of whatever subject that have an id. */
  public synchronized List<RegisteredSchema> uses(int id) {
    return contents.uses(id).stream()
        .filter(version -> !version.deleted())
        .map(VersionSet::version)
        .toList();
  }

  @Override
  public synchronized List<String> subjects() {
    return contents.subjects().keySet().stream().filter(name -> !live(name).isEmpty()).toList();
  }

  /** Subjects with versions or with ones that were deleted softly, sorted. */
  public synchronized List<String> subjectsWithDeleted() {
    return List.copyOf(contents.subjects().keySet());
  }

  @Override
  public synchronized List<Integer> versions(String subject) {
    return live(subject).stream().map(RegisteredSchema::version).toList();
  }

  /** Versions of a subject, those deleted softly too, ascending. */
  public synchronized List<Integer> versionsWithDeleted(String subject) {
    return List.copyOf(contents.versions(subject).keySet());
  }

  @Override
  public synchronized List<Integer> deleteSubject(String subject) {
    List<Integer> versions = versions(subject);
    if (!versions.isEmpty()) {
      delete(subject, versions, Deletion.SOFT);
    }
    return versions;
  }

  /**
   * Deletes versions of a subject.
   *
   * @throws RegistryException if they do not exist, or are to go for good before they were deleted
   *     softly
   */
  public synchronized void delete(String subject, Collection<Integer> versions, Deletion deletion) {
    refuseReadOnly(subject);
    switch (deletion) {
      case SOFT -> deleteSoftly(subject, versions);
      case PERMANENT -> deleteForGood(subject, versions);
    }
  }

  private void deleteSoftly(String subject, Collection<Integer> versions) {
    for (int number : versions) {
      RegisteredSchema version =
          version(subject, number).orElseThrow(() -> missing(subject, number));
      change(new VersionSet(version, true));
    }
  }

  private void deleteForGood(String subject, Collection<Integer> versions) {
    for (int number : versions) {
      VersionSet version = contents.versions(subject).get(number);
      if (version == null) {
        throw missing(subject, number);
      }
      if (!version.deleted()) {
        throw new RegistryException(
            versions.size() == 1 ? VERSION_NOT_DELETED : SUBJECT_NOT_DELETED,
            "Version %d of the subject %s must be deleted softly first."
                .formatted(number, subject));
      }
    }
    change(new HighestId(contents.highestId()));
    for (int number : versions) {
      change(new VersionRemoved(subject, number));
    }
  }

  private RegistryException missing(String subject, int version) {
    return contents.versions(subject).isEmpty()
        ? new RegistryException(SUBJECT_NOT_FOUND, "There is no subject " + subject + ".")
        : new RegistryException(
            VERSION_NOT_FOUND, "The subject " + subject + " has no version " + version + ".");
  }

  @Override
  public synchronized boolean isCompatible(String subject, RegistrySchema schema) {
    return conflicts(subject, schema).isEmpty();
  }

  /** Why a schema may not become the next version of a subject; empty if it may. */
  public synchronized List<String> conflicts(String subject, RegistrySchema schema) {
    return rules.conflicts(rules.normalized(schema), schemas(subject), effectiveLevel(subject));
  }

  /** Why a schema may not follow one version of a subject; empty if it may. */
  public synchronized List<String> conflictsWith(RegisteredSchema version, RegistrySchema schema) {
    return rules.conflicts(
        rules.normalized(schema), List.of(version.schema()), effectiveLevel(version.subject()));
  }

  /** The level of all subjects that have none of their own; BACKWARD unless set. */
  public synchronized CompatibilityLevel level() {
    return contents.level(ALL_SUBJECTS).orElse(CompatibilityLevel.BACKWARD);
  }

  /** The level of a subject's own, if it has one. */
  public synchronized Optional<CompatibilityLevel> level(String subject) {
    return contents.level(subject);
  }

  /** Sets the level of a subject, or with an empty name of all; an empty level unsets it. */
  public synchronized void setLevel(String subject, Optional<CompatibilityLevel> level) {
    refuseReadOnly(subject);
    change(new LevelSet(subject, level));
  }

  /** The mode of all subjects that have none of their own; READWRITE unless set. */
  public synchronized RegistryMode mode() {
    return contents.mode(ALL_SUBJECTS).orElse(RegistryMode.READWRITE);
  }

  /** The mode of a subject's own, if it has one. */
  public synchronized Optional<RegistryMode> mode(String subject) {
    return contents.mode(subject);
  }

  /** Sets the mode of a subject, or with an empty name of all; an empty mode unsets it. */
  public synchronized void setMode(String subject, Optional<RegistryMode> mode) {
    change(new ModeSet(subject, mode));
  }

  private void change(RegistryChange change) {
    journal.accept(change);
    contents.apply(change);
  }

  private CompatibilityLevel effectiveLevel(String subject) {
    return contents.level(subject).orElseGet(this::level);
  }

  private void refuseReadOnly(String subject) {
    if (contents.mode(subject).orElseGet(this::mode) == RegistryMode.READONLY) {
      throw new RegistryException(
          READ_ONLY,
          subject.isEmpty()
              ? "The registry is in the mode READONLY."
              : "The subject " + subject + " is in the mode READONLY.");
    }
  }

  private Optional<RegisteredSchema> find(String subject, RegistrySchema normalized) {
    return live(subject).stream().filter(each -> each.schema().equals(normalized)).findFirst();
  }

  private List<RegisteredSchema> live(String subject) {
    List<RegisteredSchema> live = new ArrayList<>();
    for (VersionSet version : contents.versions(subject).values()) {
      if (!version.deleted()) {
        live.add(version.version());
      }
    }
    return live;
  }

  private List<RegistrySchema> schemas(String subject) {
    return live(subject).stream().map(RegisteredSchema::schema).toList();
  }

  private RegistrySchema referred(RegistrySchema.Reference reference) {
    VersionSet version = contents.versions(reference.subject()).get(reference.version());
    if (version == null) {
      throw new RegistryException(
          RegistryException.INVALID_SCHEMA,
          "The schema refers to version %d of the subject %s, which does not exist."
              .formatted(reference.version(), reference.subject()));
    }
    return version.version().schema();
  }
}
