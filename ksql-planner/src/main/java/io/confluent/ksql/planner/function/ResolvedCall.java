package io.confluent.ksql.planner.function;

import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A call of a scalar or table function whose overload is chosen.
 *
 * @param signature the overload, to be bound later
 * @param arguments what each argument must be coerced to: a type, a lambda or a time unit as it was
 *     given; without a type for an untyped NULL that may stay so
 * @param returnType type of the result; of a table function, of one element
 * @param strict whether NULL in any argument gives NULL without a call
 */
public record ResolvedCall(
    FunctionSignature signature, List<SqlArgument> arguments, SqlType returnType, boolean strict) {
  public ResolvedCall {
    Objects.requireNonNull(signature, "signature");
    arguments = List.copyOf(arguments);
    Objects.requireNonNull(returnType, "returnType");
  }
}
