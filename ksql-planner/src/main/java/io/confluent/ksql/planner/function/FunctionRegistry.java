package io.confluent.ksql.planner.function;

import io.confluent.ksql.name.Identifier;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All functions that SQL can call. Immutable. */
public final class FunctionRegistry {
  private final Map<String, SqlFunction> functions;
  private final List<RejectedFunction> rejected;

  FunctionRegistry(Map<String, SqlFunction> functions, List<RejectedFunction> rejected) {
    this.functions = new TreeMap<>(functions);
    this.rejected = List.copyOf(rejected);
  }

  /** A builder of a registry without functions. */
  public static FunctionRegistryBuilder builder() {
    return new FunctionRegistryBuilder();
  }

  /** The key of a name: names are equal in any case. */
  static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /** The function of a name, in any case. */
  public Optional<SqlFunction> find(String name) {
    return Optional.ofNullable(functions.get(key(name)));
  }

  /**
   * The function that a statement names.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException with the nearest name, if there is
   *     none
   */
  public SqlFunction require(Identifier name) {
    return find(name.text())
        .orElseThrow(
            () ->
                FunctionErrors.notFound(
                    name, functions.values().stream().map(SqlFunction::name).toList()));
  }

  /** The function of a stored signature, whatever its kind. */
  public SqlFunction require(FunctionSignature signature) {
    return find(signature.function()).orElseThrow(() -> FunctionErrors.lost(signature));
  }

  /**
   * The scalar function that a statement names.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if there is none, or it is of another
   *     kind
   */
  public ScalarFunction requireScalar(Identifier name) {
    if (require(name) instanceof ScalarFunction function) {
      return function;
    }
    throw FunctionErrors.wrongKind(name, "a scalar");
  }

  /**
   * The aggregate function that a statement names.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if there is none, or it is of another
   *     kind
   */
  public AggregateFunction requireAggregate(Identifier name) {
    if (require(name) instanceof AggregateFunction function) {
      return function;
    }
    throw FunctionErrors.wrongKind(name, "an aggregate");
  }

  /**
   * The table function that a statement names.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if there is none, or it is of another
   *     kind
   */
  public TableFunction requireTable(Identifier name) {
    if (require(name) instanceof TableFunction function) {
      return function;
    }
    throw FunctionErrors.wrongKind(name, "a table");
  }

  /** All functions, by name. */
  public Collection<SqlFunction> all() {
    return List.copyOf(functions.values());
  }

  /** What could not be loaded, in the order in which it was met. */
  public List<RejectedFunction> rejected() {
    return rejected;
  }
}
