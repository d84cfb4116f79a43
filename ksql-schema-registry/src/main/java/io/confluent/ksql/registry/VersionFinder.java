package io.confluent.ksql.registry;

import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegisteredSchema;
import io.confluent.ksql.serde.registry.RegistryException;
import java.util.List;
import java.util.Optional;

/** Finds the version of a subject that a path names: a number, {@code latest} or {@code -1}. */
final class VersionFinder {
  private final InMemorySchemaRegistry registry;

  VersionFinder(InMemorySchemaRegistry registry) {
    this.registry = registry;
  }

  RegisteredSchema find(String subject, String version) {
    refuseUnknown(subject, registry.versions(subject));
    Optional<RegisteredSchema> found =
        isLatest(version) ? registry.latest(subject) : registry.version(subject, parse(version));
    return found.orElseThrow(() -> ErrorCodes.versionNotFound(subject, version));
  }

  RegisteredSchema findOrDeleted(String subject, String version) {
    List<Integer> versions = registry.versionsWithDeleted(subject);
    refuseUnknown(subject, versions);
    int number = isLatest(version) ? versions.get(versions.size() - 1) : parse(version);
    return registry
        .versionOrDeleted(subject, number)
        .orElseThrow(() -> ErrorCodes.versionNotFound(subject, version));
  }

  private static void refuseUnknown(String subject, List<Integer> versions) {
    if (versions.isEmpty()) {
      throw ErrorCodes.subjectNotFound(subject);
    }
  }

  static boolean isLatest(String version) {
    return version.equals("latest") || version.equals("-1");
  }

  private static int parse(String version) {
    try {
      int number = Integer.parseInt(version);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number that is none of a version.
    }
    throw new RegistryException(
        ErrorCodes.INVALID_VERSION,
        "A version is a number from 1 on, or 'latest', not '" + version + "'.");
  }
}
