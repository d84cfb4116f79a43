package io.confluent.ksql.schema.ksql.types;

import java.util.List;
import java.util.Objects;

/** A lambda whose argument and result types are known. */
public final class SqlLambdaResolved extends SqlLambda {
  private final List<SqlType> inputType;
  private final SqlType returnType;

  private SqlLambdaResolved(List<SqlType> inputType, SqlType returnType) {
    super(inputType.size());
    this.inputType = List.copyOf(inputType);
    this.returnType = Objects.requireNonNull(returnType, "returnType");
  }

  /** A lambda of these argument types and that result type. */
  public static SqlLambdaResolved of(List<SqlType> inputType, SqlType returnType) {
    return new SqlLambdaResolved(inputType, returnType);
  }

  /** Types of the arguments. */
  public List<SqlType> getInputType() {
    return inputType;
  }

  /** Type of the result. */
  public SqlType getReturnType() {
    return returnType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlLambdaResolved that
        && inputType.equals(that.inputType)
        && returnType.equals(that.returnType);
  }

  @Override
  public int hashCode() {
    return Objects.hash(inputType, returnType);
  }
}
