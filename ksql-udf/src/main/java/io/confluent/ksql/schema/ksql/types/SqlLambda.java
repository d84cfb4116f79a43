package io.confluent.ksql.schema.ksql.types;

import java.util.Objects;

/** A lambda as far as it is known before its body is typed: how many arguments it takes. */
public class SqlLambda {
  private final int numInputs;

  SqlLambda(int numInputs) {
    this.numInputs = numInputs;
  }

  /** A lambda of that many arguments. */
  public static SqlLambda of(int numInputs) {
    return new SqlLambda(numInputs);
  }

  /** How many arguments it takes. */
  public int getNumInputs() {
    return numInputs;
  }

  @Override
  public boolean equals(Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((SqlLambda) other).numInputs == numInputs;
  }

  @Override
  public int hashCode() {
    return Objects.hash(numInputs);
  }

  @Override
  public String toString() {
    return "LAMBDA";
  }
}
