package io.confluent.ksql.planner.physical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Name of a step, unique in its plan. Processors, stores and internal topics are named after it;
 * the names seen outside ({@code Aggregate-GroupBy}, {@code Join-left}, ...) are those that
 * people's monitoring and access rules know.
 *
 * @param path parts joined by {@code -}
 */
public record StepId(@JsonValue String path) {
  @JsonCreator
  public StepId {
    Objects.requireNonNull(path, "path");
  }

  /** The name of a part of this step. */
  public String name(String part) {
    return path + "-" + part;
  }

  @Override
  public String toString() {
    return path;
  }
}
