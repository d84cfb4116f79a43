package io.confluent.ksql.serde.registry;

import io.confluent.ksql.serde.registry.RegistryChange.HighestId;
import io.confluent.ksql.serde.registry.RegistryChange.LevelSet;
import io.confluent.ksql.serde.registry.RegistryChange.ModeSet;
import io.confluent.ksql.serde.registry.RegistryChange.VersionRemoved;
import io.confluent.ksql.serde.registry.RegistryChange.VersionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What a registry holds: the sum of its changes. Guarded by its owner. */
final class RegistryContents {
  private final TreeMap<String, TreeMap<Integer, VersionSet>> subjects = new TreeMap<>();
  private final Map<Integer, RegistrySchema> byId = new HashMap<>();
  private final Map<RegistrySchema, Integer> ids = new HashMap<>();
  private final Map<String, CompatibilityLevel> levels = new HashMap<>();
  private final Map<String, RegistryMode> modes = new HashMap<>();
  private int highestId;

  void apply(RegistryChange change) {
    if (change instanceof VersionSet set) {
      RegisteredSchema version = set.version();
      subjects
          .computeIfAbsent(version.subject(), subject -> new TreeMap<>())
          .put(version.version(), set);
      byId.put(version.id(), version.schema());
      ids.put(version.schema(), version.id());
      highestId = Math.max(highestId, version.id());
    } else if (change instanceof VersionRemoved removed) {
      remove(removed);
    } else if (change instanceof LevelSet set) {
      put(levels, set.subject(), set.level());
    } else if (change instanceof ModeSet set) {
      put(modes, set.subject(), set.mode());
    } else if (change instanceof HighestId highest) {
      highestId = Math.max(highestId, highest.id());
    }
  }

  private static <T> void put(Map<String, T> map, String key, Optional<T> value) {
    if (value.isPresent()) {
      map.put(key, value.get());
    } else {
      map.remove(key);
    }
  }

  private void remove(VersionRemoved removed) {
    TreeMap<Integer, VersionSet> versions = subjects.get(removed.subject());
    VersionSet gone = versions == null ? null : versions.remove(removed.version());
    if (gone == null) {
      return;
    }
    if (versions.isEmpty()) {
      subjects.remove(removed.subject());
    }
    if (uses(gone.version().id()).isEmpty()) {
      byId.remove(gone.version().id());
      ids.remove(gone.version().schema());
    }
  }

  /** All subjects with all their versions, sorted. */
  NavigableMap<String, TreeMap<Integer, VersionSet>> subjects() {
    return subjects;
  }

  /** All versions of a subject, deleted ones too; empty if there is no such subject. */
  NavigableMap<Integer, VersionSet> versions(String subject) {
    return subjects.getOrDefault(subject, new TreeMap<>());
  }

  Optional<RegistrySchema> schema(int id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The id of a schema that is known already, else a new one. */
  int idFor(RegistrySchema schema) {
    return ids.getOrDefault(schema, highestId + 1);
  }

  int highestId() {
    return highestId;
  }

  /** Versions of whatever subject that have an id, deleted ones too. */
  List<VersionSet> uses(int id) {
    List<VersionSet> uses = new ArrayList<>();
    for (TreeMap<Integer, VersionSet> versions : subjects.values()) {
      for (VersionSet version : versions.values()) {
        if (version.version().id() == id) {
          uses.add(version);
        }
      }
    }
    return uses;
  }

  /** Versions, but for deleted ones, whose schema refers to a version of a subject. */
  List<VersionSet> referringTo(String subject, int number) {
    List<VersionSet> referring = new ArrayList<>();
    for (TreeMap<Integer, VersionSet> versions : subjects.values()) {
      for (VersionSet version : versions.values()) {
        boolean refers =
            version.version().schema().references().stream()
                .anyMatch(each -> each.subject().equals(subject) && each.version() == number);
        if (refers && !version.deleted()) {
          referring.add(version);
        }
      }
    }
    return referring;
  }

  /** The version that a subject's next schema gets. */
  int nextVersion(String subject) {
    NavigableMap<Integer, VersionSet> versions = versions(subject);
    return versions.isEmpty() ? 1 : versions.lastKey() + 1;
  }

  /** The level set for exactly that subject. */
  Optional<CompatibilityLevel> level(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  /** The mode set for exactly that subject. */
  Optional<RegistryMode> mode(String subject) {
    return Optional.ofNullable(modes.get(subject));
  }
}
