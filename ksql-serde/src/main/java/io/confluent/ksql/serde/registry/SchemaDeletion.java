package io.confluent.ksql.serde.registry;

import io.confluent.ksql.serde.registry.RegistryChange.HighestId;
import io.confluent.ksql.serde.registry.RegistryChange.VersionRemoved;
import io.confluent.ksql.serde.registry.RegistryChange.VersionSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Deletes versions of subjects: first so that they can still be read, then for good. */
final class SchemaDeletion {
  private static final int SUBJECT_NOT_FOUND = 40401;
  private static final int VERSION_NOT_FOUND = 40402;
  private static final int SUBJECT_NOT_DELETED = 40405;
  private static final int VERSION_DELETED = 40406;
  private static final int VERSION_NOT_DELETED = 40407;
  private static final int REFERRED_TO = 42206;

  private final RegistryContents contents;
  private final Consumer<RegistryChange> change;

  /**
   * Deletes from these contents.
   *
   * @param change makes a change
   */
  SchemaDeletion(RegistryContents contents, Consumer<RegistryChange> change) {
    this.contents = contents;
    this.change = change;
  }

  void deleteSoftly(String subject, Collection<Integer> versions) {
    for (int number : versions) {
      if (version(subject, number).deleted()) {
        throw new RegistryException(
            VERSION_DELETED,
            "Version %d of the subject %s is deleted softly already.".formatted(number, subject));
      }
      refuseReferredTo(subject, number);
    }
    for (int number : versions) {
      change.accept(new VersionSet(version(subject, number).version(), true));
    }
  }

  void deleteForGood(String subject, Collection<Integer> versions) {
    for (int number : versions) {
      if (!version(subject, number).deleted()) {
        throw new RegistryException(
            versions.size() == 1 ? VERSION_NOT_DELETED : SUBJECT_NOT_DELETED,
            "Version %d of the subject %s must be deleted softly first."
                .formatted(number, subject));
      }
    }
    change.accept(new HighestId(contents.highestId()));
    for (int number : versions) {
      change.accept(new VersionRemoved(subject, number));
    }
  }

  private VersionSet version(String subject, int number) {
    VersionSet version = contents.versions(subject).get(number);
    if (version == null) {
      throw contents.versions(subject).isEmpty()
          ? new RegistryException(SUBJECT_NOT_FOUND, "There is no subject " + subject + ".")
          : new RegistryException(
              VERSION_NOT_FOUND, "The subject " + subject + " has no version " + number + ".");
    }
    return version;
  }

  /** A schema of which a part is gone could not be read any more. */
  private void refuseReferredTo(String subject, int number) {
    List<Integer> ids =
        contents.referringTo(subject, number).stream().map(each -> each.version().id()).toList();
    if (!ids.isEmpty()) {
      throw new RegistryException(
          REFERRED_TO,
          "Version %d of the subject %s cannot be deleted: the schemas %s refer to it."
              .formatted(number, subject, ids));
    }
  }
}
