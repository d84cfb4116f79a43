package io.confluent.ksql.planner.function;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A function from the values of one row to any number of values, each for a row of its own. */
public final class TableFunction implements SqlFunction {
  private final FunctionDescription about;
  private final FunctionMethods methods;

  TableFunction(FunctionDescription about, FunctionMethods methods) {
    this.about = Objects.requireNonNull(about, "about");
    this.methods = Objects.requireNonNull(methods, "methods");
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
   * The overload for a call; its return type is that of one element.
   *
   * @param where the call, for the error
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if no overload, or no single best one,
   *     takes these arguments
   */
  public ResolvedCall resolve(Span where, List<SqlArgument> arguments) {
    return methods.resolve(this, where, arguments);
  }

  /**
   * A new object to call the overload of a signature with.
   *
   * @param config settings of the server; the function sees those meant for it
   */
  public TableCall bind(FunctionSignature signature, Map<String, ?> config) {
    ScalarCall call = methods.bind(this, signature, SqlTypes.array(signature.returns()), config);
    return arguments -> {
      List<?> values = (List<?>) call.call(arguments);
      return values == null ? List.of() : values;
    };
  }
}
