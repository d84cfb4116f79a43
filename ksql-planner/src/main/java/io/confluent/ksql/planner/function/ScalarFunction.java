package io.confluent.ksql.planner.function;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A function from the values of one row to one value. */
public final class ScalarFunction implements SqlFunction {
  private final FunctionDescription about;
  private final FunctionMethods methods;

  ScalarFunction(FunctionDescription about, FunctionMethods methods) {
    this.about = Objects.requireNonNull(about, "about");
    this.methods = Objects.requireNonNull(methods, "methods");
  }

  /** The same function with another description, and so perhaps of another name. */
  ScalarFunction describedAs(FunctionDescription otherwise) {
    return new ScalarFunction(otherwise, methods);
  }

  @Override
  public FunctionDescription about() {
    return about;
  }

  @Override
  public List<Overload> overloads() {
    return methods.overloads();
  }

  /**
   * The overload for a call. Lambdas must have been given their types; see {@link #lambdaInputs}.
   *
   * @param where the call, for the error
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if no overload, or no single best one,
   *     takes these arguments
   */
  public ResolvedCall resolve(Span where, List<SqlArgument> arguments) {
    return methods.resolve(this, where, arguments);
  }

  /**
   * The types of the lambdas' arguments in a call, as they follow from the other arguments; lambdas
   * are given by {@link io.confluent.ksql.schema.ksql.types.SqlLambda#of}.
   *
   * @return for each argument of the call the types that its lambda takes, none if it is no lambda
   */
  public List<List<SqlType>> lambdaInputs(Span where, List<SqlArgument> arguments) {
    return methods.lambdaInputs(this, where, arguments);
  }

  /**
   * A new object to call the overload of a signature with.
   *
   * @param config settings of the server; the function sees those meant for it
   */
  public ScalarCall bind(FunctionSignature signature, Map<String, ?> config) {
    return methods.bind(this, signature, signature.returns(), config);
  }
}
