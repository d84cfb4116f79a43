package io.confluent.ksql.engine.compile;

import io.confluent.ksql.planner.function.FunctionSignature;
import io.confluent.ksql.planner.function.ScalarCall;

/** Gives the scalar functions that expressions call. */
@FunctionalInterface
public interface FunctionBinder {
  /** A new object to call the overload with, for one thread at a time. */
  ScalarCall bind(FunctionSignature signature);
}
