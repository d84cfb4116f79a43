package io.confluent.ksql.planner.function;

import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A call of an aggregate function whose overload is chosen.
 *
 * @param signature the overload, to be bound later
 * @param arguments what each argument must be coerced to, the literal ones included
 * @param columns how many of the arguments, from the first, are evaluated for every row; the rest
 *     are literals
 * @param literals values of the literal arguments as the function takes them, may be null
 * @param intermediateType type of the state
 * @param returnType type of the result
 * @param supportsUndo whether the function may be used on tables
 */
public record ResolvedAggregate(
    FunctionSignature signature,
    List<SqlArgument> arguments,
    int columns,
    List<Object> literals,
    SqlType intermediateType,
    SqlType returnType,
    boolean supportsUndo) {
  public ResolvedAggregate {
    Objects.requireNonNull(signature, "signature");
    arguments = List.copyOf(arguments);
    literals = Collections.unmodifiableList(new ArrayList<>(literals));
    Objects.requireNonNull(intermediateType, "intermediateType");
    Objects.requireNonNull(returnType, "returnType");
  }
}
