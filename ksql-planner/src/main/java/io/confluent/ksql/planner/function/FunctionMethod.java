package io.confluent.ksql.planner.function;

import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;

/**
 * A Java method that is one overload of a scalar or table function.
 *
 * @param method the method
 * @param overload how SQL calls it
 * @param returnTypeProvider method of the same class that computes the result's type
 * @param strict whether NULL in any argument gives NULL without a call
 */
record FunctionMethod(
    Method method, Overload overload, Optional<Method> returnTypeProvider, boolean strict) {
  FunctionMethod {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(overload, "overload");
    Objects.requireNonNull(returnTypeProvider, "returnTypeProvider");
  }
}
