package io.confluent.ksql.serde.registry;

import java.util.List;

/** Which earlier versions of a subject a new schema must get along with, and in which direction. */
public enum CompatibilityLevel {
  /** None. */
  NONE(false, false, false),
  /** The new schema reads what the last one wrote. */
  BACKWARD(true, false, false),
  /** The new schema reads what any earlier one wrote. */
  BACKWARD_TRANSITIVE(true, false, true),
  /** The last schema reads what the new one writes. */
  FORWARD(false, true, false),
  /** Every earlier schema reads what the new one writes. */
  FORWARD_TRANSITIVE(false, true, true),
  /** Both ways with the last. */
  FULL(true, true, false),
  /** Both ways with every earlier one. */
  FULL_TRANSITIVE(true, true, true);

  private final boolean backward;
  private final boolean forward;
  private final boolean transitive;

  CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
    this.backward = backward;
    this.forward = forward;
    this.transitive = transitive;
  }

  /** Whether the new schema must read what earlier ones wrote. */
  boolean isBackward() {
    return backward;
  }

  /** Whether earlier schemas must read what the new one writes. */
  boolean isForward() {
    return forward;
  }

  /** Those of the earlier versions, oldest first, that count. */
  <T> List<T> relevant(List<T> earlier) {
    if (this == NONE || earlier.isEmpty()) {
      return List.of();
    }
    return transitive ? earlier : earlier.subList(earlier.size() - 1, earlier.size());
  }
}
