package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A static method that makes one overload of an aggregate function.
 *
 * @param method the method
 * @param overload how SQL calls it: columns first, then the literals that the method takes
 * @param columns the columns of a row
 * @param state Java type of the intermediate value
 * @param result Java type of the result
 * @param stateType SQL type of the intermediate value as far as declared
 */
record AggregateFactory(
    Method method,
    Overload overload,
    ColumnTuple columns,
    Type state,
    Type result,
    ParameterType stateType) {
  AggregateFactory {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(overload, "overload");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(stateType, "stateType");
  }

  /** A new aggregate function for a call with these literals. */
  @SuppressWarnings("unchecked")
  Udaf<Object, Object, Object> make(List<SqlArgument> arguments, List<Object> literals) {
    try {
      method.setAccessible(true);
      Object made = method.invoke(null, arrange(literals));
      Udaf<Object, Object, Object> udaf = (Udaf<Object, Object, Object>) made;
      if (udaf == null) {
        throw new KsqlFunctionException("Method " + method.getName() + " makes nothing.");
      }
      udaf.initializeTypeArguments(arguments);
      return udaf;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new KsqlFunctionException(e.getCause().getMessage(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new KsqlFunctionException("Method " + method + " cannot be called.", e);
    }
  }

  private Object[] arrange(List<Object> literals) {
    Class<?>[] types = method.getParameterTypes();
    Object[] passed = new Object[types.length];
    int single = method.isVarArgs() ? types.length - 1 : types.length;
    for (int i = 0; i < single; i++) {
      passed[i] = literals.get(i);
      if (passed[i] == null && types[i].isPrimitive()) {
        throw new KsqlFunctionException("a literal argument must not be NULL.");
      }
    }
    if (method.isVarArgs()) {
      Object rest = Array.newInstance(types[single].getComponentType(), literals.size() - single);
      for (int i = single; i < literals.size(); i++) {
        Array.set(rest, i - single, literals.get(i));
      }
      passed[single] = rest;
    }
    return passed;
  }

  /** A literal as the method takes it: numbers widened to the type of the parameter. */
  static Object coerce(Object literal, SqlType type) {
    if (!(literal instanceof Number number)) {
      return literal;
    }
    return switch (type.baseType()) {
      case INTEGER -> number.intValue();
      case BIGINT -> number.longValue();
      case DOUBLE -> number.doubleValue();
      case DECIMAL -> new BigDecimal(number.toString());
      case BOOLEAN, STRING, ARRAY, MAP, STRUCT, TIME, DATE, TIMESTAMP, BYTES -> literal;
    };
  }
}
