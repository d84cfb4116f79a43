package io.confluent.ksql.planner.function;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One way of calling a function.
 *
 * @param parameters the parameters in order
 * @param variadic zero-based position of the parameter that takes any number of arguments, or -1
 * @param returns what comes back, as far as it is known without the arguments
 * @param description what this overload does, or an empty text
 */
public record Overload(
    List<FunctionParameter> parameters, int variadic, ParameterType returns, String description) {
  /** Value of {@link #variadic} when no parameter is. */
  public static final int NOT_VARIADIC = -1;

  public Overload {
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(returns, "returns");
    Objects.requireNonNull(description, "description");
    if (variadic < NOT_VARIADIC || variadic >= parameters.size()) {
      throw new IllegalArgumentException("There is no parameter " + variadic);
    }
  }

  /** Whether one parameter takes any number of arguments. */
  public boolean isVariadic() {
    return variadic != NOT_VARIADIC;
  }

  /** The types of the parameters in order. */
  public List<ParameterType> types() {
    return parameters.stream().map(FunctionParameter::type).toList();
  }

  /** Whether a call may have that many arguments. */
  boolean acceptsCount(int arguments) {
    return isVariadic() ? arguments >= parameters.size() - 1 : arguments == parameters.size();
  }

  /** Position of the parameter that takes an argument, in a call of so many arguments. */
  int parameterOf(int argument, int arguments) {
    if (!isVariadic() || argument < variadic) {
      return argument;
    }
    int extra = arguments - parameters.size();
    return argument <= variadic + extra ? variadic : argument - extra;
  }

  /** The overload as a call of that function, for example {@code concat(STRING... parts)}. */
  public String callText(String function) {
    return IntStream.range(0, parameters.size())
        .mapToObj(this::parameterText)
        .collect(Collectors.joining(", ", function + "(", ")"));
  }

  private String parameterText(int index) {
    FunctionParameter parameter = parameters.get(index);
    String dots = index == variadic ? "..." : "";
    String name = parameter.name().isEmpty() ? "" : " " + parameter.name();
    return parameter.type() + dots + name;
  }
}
