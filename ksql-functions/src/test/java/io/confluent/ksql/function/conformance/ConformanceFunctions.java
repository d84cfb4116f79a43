package io.confluent.ksql.function.conformance;

/** Marks the package of the functions that the public test cases call. */
public final class ConformanceFunctions {
  private ConformanceFunctions() {}
}
