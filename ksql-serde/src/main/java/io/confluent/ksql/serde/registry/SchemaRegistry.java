package io.confluent.ksql.serde.registry;

import java.util.List;
import java.util.Optional;

/**
 * A schema registry as its users see it; may be shared between threads. All methods throw {@link
 * RegistryException} if the registry refuses or cannot be reached.
 */
public interface SchemaRegistry {
  /** Registers a schema under a subject unless it is there already; gives its id. */
  int register(String subject, RegistrySchema schema);

  /** The newest version of a subject; empty if there is no such subject. */
  Optional<RegisteredSchema> latest(String subject);

  /** One version of a subject, if there is one. */
  Optional<RegisteredSchema> version(String subject, int version);

  /** The version under which a subject has exactly this schema, if it has it. */
  Optional<RegisteredSchema> lookup(String subject, RegistrySchema schema);

  /** The schema of an id, if there is one. */
  Optional<RegistrySchema> byId(int id);

  /** Subjects that have versions, sorted. */
  List<String> subjects();

  /** Versions of a subject, ascending; empty if there is no such subject. */
  List<Integer> versions(String subject);

  /** Deletes a subject softly: its schemas keep their ids. Gives its versions, possibly none. */
  List<Integer> deleteSubject(String subject);

  /** Whether a schema may become the next version of a subject. */
  boolean isCompatible(String subject, RegistrySchema schema);
}
