package io.confluent.ksql.planner.function;

import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * The chosen overload of a call, as stored in plans: with it a later version of the engine finds
 * exactly the same method again.
 *
 * @param function name of the function as declared
 * @param parameters types of the overload's parameters; each has a text form
 * @param variadic zero-based position of the variadic parameter, or -1
 * @param returns type of the result of this call
 */
public record FunctionSignature(
    String function, List<ParameterType> parameters, int variadic, SqlType returns) {
  public FunctionSignature {
    Objects.requireNonNull(function, "function");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(returns, "returns");
  }

  /** Whether this names that overload. */
  boolean isOf(Overload overload) {
    return variadic == overload.variadic() && parameters.equals(overload.types());
  }
}
