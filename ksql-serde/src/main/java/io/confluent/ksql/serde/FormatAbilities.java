package io.confluent.ksql.serde;

import io.confluent.ksql.schema.Schema;
import java.util.Set;

/**
 * What a format can do.
 *
 * @param sides what it can write: keys, values or both
 * @param multiColumnKeys whether a key may have several columns
 * @param usesRegistry whether its bytes refer to a schema in a registry
 * @param infersSchema whether columns can be taken from the registry
 * @param wrappings how a single value column can be written; empty where the format has no columns
 */
public record FormatAbilities(
    Set<Schema.Side> sides,
    boolean multiColumnKeys,
    boolean usesRegistry,
    boolean infersSchema,
    Set<Wrapping> wrappings) {
  public FormatAbilities {
    sides = Set.copyOf(sides);
    wrappings = Set.copyOf(wrappings);
  }

  /** How a single column is written. */
  public enum Wrapping {
    /** As a record with one field. */
    WRAPPED,
    /** As the bare value. */
    BARE
  }

  /** Whether the format can write keys. */
  public boolean supportsKeys() {
    return sides.contains(Schema.Side.KEY);
  }

  /** Whether the format can write values. */
  public boolean supportsValues() {
    return sides.contains(Schema.Side.VALUE);
  }

  /** Whether WRAP_SINGLE_VALUE is a choice at all. */
  public boolean choosesWrapping() {
    return wrappings.size() > 1;
  }
}
