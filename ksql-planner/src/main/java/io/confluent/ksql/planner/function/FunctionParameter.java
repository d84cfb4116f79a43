package io.confluent.ksql.planner.function;

import java.util.Objects;

/**
 * A parameter of an overload.
 *
 * @param name as its author named it
 * @param type what it accepts; for a variadic parameter, each of its arguments
 * @param description what it means, or an empty text
 */
public record FunctionParameter(String name, ParameterType type, String description) {
  public FunctionParameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(description, "description");
  }
}
