package io.confluent.ksql.serde.registry;

import io.confluent.ksql.serde.registry.RegistryChange.LevelSet;
import io.confluent.ksql.serde.registry.RegistryChange.ModeSet;
import io.confluent.ksql.serde.registry.RegistryChange.VersionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A schema registry in this process, with the rules of one. What changes is handed to a journal
 * before it takes effect, so that a server can make it last.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {
  private static final String ALL_SUBJECTS = "";
  private static final int NOT_PERMITTED = 42205;

  private final Consumer<RegistryChange> journal;
  private final RegistryContents contents = new RegistryContents();
  private final SchemaRules rules = new SchemaRules(this::referred);
  private final SchemaDeletion deletion = new SchemaDeletion(contents, this::change);

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
    if (mode(subject).orElseGet(this::mode) == RegistryMode.IMPORT) {
      throw new RegistryException(
          NOT_PERMITTED, "In the mode IMPORT a schema comes with the id that it has elsewhere.");
    }
    RegistrySchema canonical = rules.canonical(schema);
    Optional<RegisteredSchema> present = find(live(subject), canonical);
    if (present.isPresent()) {
      return present.get().id();
    }
    List<String> conflicts = rules.conflicts(canonical, schemas(subject), effectiveLevel(subject));
    if (!conflicts.isEmpty()) {
      throw new RegistryException(
          RegistryException.INCOMPATIBLE,
          "The schema cannot follow the earlier ones of the subject %s (level %s). %s"
              .formatted(subject, effectiveLevel(subject), String.join("; ", conflicts)));
    }
    int id = contents.idFor(canonical);
    add(subject, contents.nextVersion(subject), id, canonical);
    return id;
  }

  /**
   * Takes over a schema from another registry; only in the mode IMPORT.
   *
   * @param id the id that it has there
   * @param version its version there; the next one if empty
   */
  public synchronized int takeOver(
      String subject, RegistrySchema schema, int id, OptionalInt version) {
    if (mode(subject).orElseGet(this::mode) != RegistryMode.IMPORT) {
      throw new RegistryException(
          NOT_PERMITTED, "Ids are given here; only in the mode IMPORT a schema brings its own.");
    }
    RegistrySchema canonical = rules.canonical(schema);
    if (contents.schema(id).filter(known -> !known.equals(canonical)).isPresent()) {
      throw new RegistryException(
          NOT_PERMITTED, "The id " + id + " is that of another schema already.");
    }
    add(subject, version.orElseGet(() -> contents.nextVersion(subject)), id, canonical);
    return id;
  }

  private void add(String subject, int version, int id, RegistrySchema schema) {
    change(new VersionSet(new RegisteredSchema(subject, version, id, schema), false));
  }

  /** The schema in the form in which all that mean the same are equal. */
  public synchronized RegistrySchema normalized(RegistrySchema schema) {
    return rules.normalized(schema);
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
    return find(live(subject), rules.canonical(schema));
  }

  /** The version under which a subject has exactly this schema, even if it was deleted softly. */
  public synchronized Optional<RegisteredSchema> lookupOrDeleted(
      String subject, RegistrySchema schema) {
    List<RegisteredSchema> all =
        contents.versions(subject).values().stream().map(VersionSet::version).toList();
    return find(all, rules.canonical(schema));
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

  /** Versions of whatever subject that have an id, those deleted softly too. */
  public synchronized List<RegisteredSchema> usesWithDeleted(int id) {
    return contents.uses(id).stream().map(VersionSet::version).toList();
  }

  /** Ids of the schemas that refer to a version of a subject. */
  public synchronized List<Integer> referringTo(RegisteredSchema version) {
    return contents.referringTo(version.subject(), version.version()).stream()
        .map(each -> each.version().id())
        .distinct()
        .sorted()
        .toList();
  }

  /** The highest id given so far. */
  public synchronized int highestId() {
    return contents.highestId();
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
  public synchronized void delete(String subject, Collection<Integer> versions, Deletion how) {
    refuseReadOnly(subject);
    switch (how) {
      case SOFT -> deletion.deleteSoftly(subject, versions);
      case PERMANENT -> deletion.deleteForGood(subject, versions);
    }
  }

  @Override
  public synchronized boolean isCompatible(String subject, RegistrySchema schema) {
    return conflicts(subject, schema).isEmpty();
  }

  /** Why a schema may not become the next version of a subject; empty if it may. */
  public synchronized List<String> conflicts(String subject, RegistrySchema schema) {
    return rules.conflicts(rules.canonical(schema), schemas(subject), effectiveLevel(subject));
  }

  /** Why a schema may not follow one version of a subject; empty if it may. */
  public synchronized List<String> conflictsWith(RegisteredSchema version, RegistrySchema schema) {
    return rules.conflicts(
        rules.canonical(schema), List.of(version.schema()), effectiveLevel(version.subject()));
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
    boolean imports = mode.filter(RegistryMode.IMPORT::equals).isPresent();
    boolean holds = subject.isEmpty() ? !subjects().isEmpty() : !live(subject).isEmpty();
    if (imports && holds) {
      throw new RegistryException(
          NOT_PERMITTED, "The mode IMPORT is for where there are no schemas yet.");
    }
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
    RegistryMode effective =
        mode() == RegistryMode.READONLY_OVERRIDE ? mode() : mode(subject).orElseGet(this::mode);
    if (effective == RegistryMode.READONLY || effective == RegistryMode.READONLY_OVERRIDE) {
      throw new RegistryException(
          NOT_PERMITTED,
          subject.isEmpty() || mode(subject).isEmpty()
              ? "The registry is in the mode " + effective + "."
              : "The subject " + subject + " is in the mode " + effective + ".");
    }
  }

  private static Optional<RegisteredSchema> find(
      List<RegisteredSchema> versions, RegistrySchema canonical) {
    return versions.stream().filter(each -> each.schema().equals(canonical)).findFirst();
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
