package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.function.FunctionSignature;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A call of a table function.
 *
 * @param signature the overload that was chosen
 * @param arguments over the row that becomes several
 * @param name name of the column that takes its values
 * @param type type of that column
 */
public record TableFunctionCall(
    FunctionSignature signature, List<Expr> arguments, String name, SqlType type) {
  public TableFunctionCall {
    Objects.requireNonNull(signature, "signature");
    arguments = List.copyOf(arguments);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** The same call into a column of another name. */
  public TableFunctionCall withName(String other) {
    return new TableFunctionCall(signature, arguments, other, type);
  }

  /** The same call with other arguments. */
  public TableFunctionCall withArguments(List<Expr> others) {
    return new TableFunctionCall(signature, others, name, type);
  }
}
