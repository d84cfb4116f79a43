package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.function.FunctionSignature;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A call of an aggregate function.
 *
 * @param signature the overload that was chosen
 * @param arguments over the row that is aggregated
 * @param literals literal arguments that follow them
 * @param name name of the result column
 * @param stateType type of the intermediate value
 * @param type type of the result
 */
public record Aggregation(
    FunctionSignature signature,
    List<Expr> arguments,
    List<Constant> literals,
    String name,
    SqlType stateType,
    SqlType type) {
  public Aggregation {
    Objects.requireNonNull(signature, "signature");
    arguments = List.copyOf(arguments);
    literals = List.copyOf(literals);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(stateType, "stateType");
    Objects.requireNonNull(type, "type");
  }
}
