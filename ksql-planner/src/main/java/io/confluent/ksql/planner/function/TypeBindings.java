package io.confluent.ksql.planner.function;

import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlLambda;
import io.confluent.ksql.schema.ksql.types.SqlLambdaResolved;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt to match the arguments of a call with the parameters of an overload: what the type
 * variables stand for. Confined to that attempt.
 */
final class TypeBindings {
  /** Whether arguments may be cast implicitly. */
  enum Casts {
    NONE,
    IMPLICIT
  }

  private final Casts casts;
  private final Map<String, SqlType> variables = new HashMap<>();

  TypeBindings(Casts casts) {
    this.casts = casts;
  }

  boolean match(ParameterType declared, SqlArgument actual) {
    if (actual.getSqlLambda().isPresent()) {
      return declared instanceof ParameterType.LambdaOf lambda
          && matchLambda(lambda, actual.getSqlLambda().get());
    }
    if (actual.getSqlIntervalUnit().isPresent()) {
      return declared instanceof ParameterType.IntervalUnit;
    }
    if (declared instanceof ParameterType.LambdaOf
        || declared instanceof ParameterType.IntervalUnit) {
      return false;
    }
    return actual.getSqlType().isEmpty() || matchType(declared, actual.getSqlType().get());
  }

  private boolean matchLambda(ParameterType.LambdaOf declared, SqlLambda actual) {
    if (declared.inputs().size() != actual.getNumInputs()) {
      return false;
    }
    if (!(actual instanceof SqlLambdaResolved resolved)) {
      return true;
    }
    for (int i = 0; i < declared.inputs().size(); i++) {
      if (!matchType(declared.inputs().get(i), resolved.getInputType().get(i))) {
        return false;
      }
    }
    return matchType(declared.result(), resolved.getReturnType());
  }

  private boolean matchType(ParameterType declared, SqlType actual) {
    if (declared instanceof ParameterType.Value value) {
      return matchValue(value.type(), actual);
    }
    if (declared instanceof ParameterType.Variable variable) {
      SqlType bound = variables.putIfAbsent(variable.name(), actual);
      return bound == null || bound.equals(actual);
    }
    if (declared instanceof ParameterType.AnyDecimal) {
      return actual.baseType() == SqlBaseType.DECIMAL
          || isWhole(actual) && widens(actual.baseType(), SqlBaseType.DECIMAL);
    }
    if (declared instanceof ParameterType.AnyStruct) {
      return actual.baseType() == SqlBaseType.STRUCT;
    }
    if (declared instanceof ParameterType.ListOf list) {
      return actual instanceof SqlArray array && matchType(list.item(), array.getItemType());
    }
    if (declared instanceof ParameterType.MapOf map) {
      return actual instanceof SqlMap other
          && matchType(map.key(), other.getKeyType())
          && matchType(map.value(), other.getValueType());
    }
    return declared instanceof ParameterType.Anything;
  }

  private boolean matchValue(SqlType declared, SqlType actual) {
    if (declared.equals(actual)) {
      return true;
    }
    if (declared instanceof SqlArray array && actual instanceof SqlArray other) {
      return matchValue(array.getItemType(), other.getItemType());
    }
    if (declared instanceof SqlMap map && actual instanceof SqlMap other) {
      return matchValue(map.getKeyType(), other.getKeyType())
          && matchValue(map.getValueType(), other.getValueType());
    }
    return declared.baseType() != SqlBaseType.STRUCT
        && declared.baseType() != SqlBaseType.DECIMAL
        && actual.baseType() != declared.baseType()
        && widens(actual.baseType(), declared.baseType());
  }

  private boolean widens(SqlBaseType from, SqlBaseType to) {
    return casts == Casts.IMPLICIT && from.canImplicitlyCast(to);
  }

  private static boolean isWhole(SqlType type) {
    return type.baseType() == SqlBaseType.INTEGER || type.baseType() == SqlBaseType.BIGINT;
  }

  /** What an argument that matched must be coerced to. */
  SqlArgument target(ParameterType declared, SqlArgument actual) {
    if (actual.getSqlIntervalUnit().isPresent()) {
      return actual;
    }
    if (actual.getSqlLambda().isPresent()) {
      return targetLambda((ParameterType.LambdaOf) declared, actual);
    }
    return actual
        .getSqlType()
        .map(type -> SqlArgument.of(targetType(declared, type)))
        .orElseGet(() -> SqlArgument.of(resolve(declared).orElse(null)));
  }

  private SqlArgument targetLambda(ParameterType.LambdaOf declared, SqlArgument actual) {
    List<SqlType> inputs = new ArrayList<>();
    for (ParameterType input : declared.inputs()) {
      Optional<SqlType> type = resolve(input);
      if (type.isEmpty()) {
        return actual;
      }
      inputs.add(type.get());
    }
    return resolve(declared.result())
        .map(result -> SqlArgument.of(SqlLambdaResolved.of(inputs, result)))
        .orElse(actual);
  }

  private static SqlType targetType(ParameterType declared, SqlType actual) {
    if (declared instanceof ParameterType.Value value) {
      return value.type();
    }
    if (declared instanceof ParameterType.AnyDecimal) {
      return asDecimal(actual);
    }
    if (declared instanceof ParameterType.ListOf list && actual instanceof SqlArray array) {
      return SqlTypes.array(targetType(list.item(), array.getItemType()));
    }
    if (declared instanceof ParameterType.MapOf map && actual instanceof SqlMap other) {
      return SqlTypes.map(
          targetType(map.key(), other.getKeyType()), targetType(map.value(), other.getValueType()));
    }
    return actual;
  }

  private static SqlType asDecimal(SqlType type) {
    return switch (type.baseType()) {
      case INTEGER -> SqlTypes.INT_UPCAST_TO_DECIMAL;
      case BIGINT -> SqlTypes.BIGINT_UPCAST_TO_DECIMAL;
      case BOOLEAN, DECIMAL, DOUBLE, STRING, ARRAY, MAP, STRUCT, TIME, DATE, TIMESTAMP, BYTES ->
          type;
    };
  }

  /** The SQL type that a declared type stands for in this call, if that is known. */
  Optional<SqlType> resolve(ParameterType declared) {
    if (declared instanceof ParameterType.Value value) {
      return Optional.of(value.type());
    }
    if (declared instanceof ParameterType.Variable variable) {
      return Optional.ofNullable(variables.get(variable.name()));
    }
    if (declared instanceof ParameterType.ListOf list) {
      return resolve(list.item()).map(SqlTypes::array);
    }
    if (declared instanceof ParameterType.MapOf map) {
      return resolve(map.key())
          .flatMap(key -> resolve(map.value()).map(value -> SqlTypes.map(key, value)));
    }
    return Optional.empty();
  }

  /**
   * Whether a computed type is one that a method of that declared type may give: equal where the
   * declaration is definite, of the same kind where it is not.
   */
  static boolean allows(ParameterType declared, SqlType computed) {
    if (declared instanceof ParameterType.Value value) {
      return value.type().equals(computed);
    }
    if (declared instanceof ParameterType.AnyDecimal) {
      return computed instanceof SqlDecimal;
    }
    if (declared instanceof ParameterType.AnyStruct) {
      return computed.baseType() == SqlBaseType.STRUCT;
    }
    if (declared instanceof ParameterType.ListOf list) {
      return computed instanceof SqlArray array && allows(list.item(), array.getItemType());
    }
    if (declared instanceof ParameterType.MapOf map) {
      return computed instanceof SqlMap other
          && allows(map.key(), other.getKeyType())
          && allows(map.value(), other.getValueType());
    }
    return true;
  }
}
