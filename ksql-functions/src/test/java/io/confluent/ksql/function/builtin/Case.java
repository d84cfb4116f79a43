package io.confluent.ksql.function.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** A call of a scalar function and what it gives. */
record Case(String function, Object expected, Object... arguments) {
  static Case of(String function, Object expected, Object... arguments) {
    return new Case(function, expected, arguments);
  }

  void check() {
    assertThat(Functions.call(function, arguments)).isEqualTo(expected);
  }

  @Override
  public String toString() {
    return function + Arrays.toString(arguments) + " = " + expected;
  }
}
