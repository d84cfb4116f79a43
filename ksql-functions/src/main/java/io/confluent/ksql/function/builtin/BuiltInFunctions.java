package io.confluent.ksql.function.builtin;

/**
 * Marks the package whose classes, and those of the packages below it, are the built-in functions.
 */
public final class BuiltInFunctions {
  private BuiltInFunctions() {}
}
