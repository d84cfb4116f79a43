package io.confluent.ksql.planner.function;

import java.util.List;

/** A function that SQL can call by name. */
public sealed interface SqlFunction permits ScalarFunction, AggregateFunction, TableFunction {
  /** What people are told of it. */
  FunctionDescription about();

  /** The ways of calling it. */
  List<Overload> overloads();

  /** The name as declared; calls may write it in any case. */
  default String name() {
    return about().name();
  }
}
