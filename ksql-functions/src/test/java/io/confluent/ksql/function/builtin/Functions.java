package io.confluent.ksql.function.builtin;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.planner.function.AggregateArgument;
import io.confluent.ksql.planner.function.AggregateCall;
import io.confluent.ksql.planner.function.AggregateFunction;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.ResolvedAggregate;
import io.confluent.ksql.planner.function.ResolvedCall;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.planner.function.TableFunction;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlIntervalUnit;
import io.confluent.ksql.schema.ksql.types.SqlLambda;
import io.confluent.ksql.schema.ksql.types.SqlLambdaResolved;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Calls the built-in functions by name, with arguments typed by their Java classes. */
public final class Functions {
  /** All built-in functions. */
  public static final FunctionRegistry REGISTRY =
      FunctionRegistry.builder().builtInPackage(BuiltInFunctions.class).build();

  private Functions() {}

  /** A null of a known SQL type. */
  public record Null(SqlType type) {}

  public static final Null NULL_INT = new Null(SqlTypes.INTEGER);
  public static final Null NULL_BIGINT = new Null(SqlTypes.BIGINT);
  public static final Null NULL_DOUBLE = new Null(SqlTypes.DOUBLE);
  public static final Null NULL_TEXT = new Null(SqlTypes.STRING);
  public static final Null NULL_BYTES = new Null(SqlTypes.BYTES);

  /** The bytes of a text. */
  public static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The SQL type of a value; of a list or map that of its first item that is not null. */
  public static SqlType typeOf(Object value) {
    if (value instanceof Null typed) {
      return typed.type();
    }
    if (value instanceof BigDecimal decimal) {
      return SqlTypes.decimal(Math.max(decimal.precision(), decimal.scale() + 1), decimal.scale());
    }
    if (value instanceof List<?> list) {
      return SqlTypes.array(typeOfAny(list));
    }
    if (value instanceof Map<?, ?> map) {
      return SqlTypes.map(typeOfAny(map.keySet()), typeOfAny(map.values()));
    }
    if (value instanceof StructValue struct) {
      return struct.type();
    }
    return Map.<Class<?>, SqlType>of(
            Boolean.class, SqlTypes.BOOLEAN,
            Integer.class, SqlTypes.INTEGER,
            Long.class, SqlTypes.BIGINT,
            Double.class, SqlTypes.DOUBLE,
            String.class, SqlTypes.STRING,
            java.sql.Time.class, SqlTypes.TIME,
            java.sql.Date.class, SqlTypes.DATE,
            java.sql.Timestamp.class, SqlTypes.TIMESTAMP)
        .getOrDefault(value.getClass(), SqlTypes.BYTES);
  }

  private static SqlType typeOfAny(Iterable<?> items) {
    for (Object item : items) {
      if (item != null) {
        return typeOf(item);
      }
    }
    return SqlTypes.STRING;
  }

  private static List<SqlArgument> types(Object... arguments) {
    return Arrays.stream(arguments)
        .map(argument -> SqlArgument.of(argument == null ? null : typeOf(argument)))
        .toList();
  }

  /** The call of a scalar function, its overload chosen. */
  public static ResolvedCall resolve(String name, Object... arguments) {
    return scalar(name).resolve(Span.NONE, types(arguments));
  }

  private static ScalarFunction scalar(String name) {
    return REGISTRY.requireScalar(Identifier.of(name));
  }

  /** The result of a scalar function. */
  public static Object call(String name, Object... arguments) {
    ResolvedCall call = resolve(name, arguments);
    return scalar(name).bind(call.signature(), Map.of()).call(coerced(call.arguments(), arguments));
  }

  /** The values of a table function. */
  public static List<?> table(String name, Object... arguments) {
    TableFunction function = REGISTRY.requireTable(Identifier.of(name));
    ResolvedCall call = function.resolve(Span.NONE, types(arguments));
    return function.bind(call.signature(), Map.of()).call(coerced(call.arguments(), arguments));
  }

  /** The result of a scalar function whose first argument is a time unit. */
  public static Object callWithUnit(String name, TimeUnit unit, Object... arguments) {
    List<SqlArgument> types = new ArrayList<>(types(arguments));
    types.add(0, SqlArgument.of(SqlIntervalUnit.INSTANCE));
    ResolvedCall call = scalar(name).resolve(Span.NONE, types);
    List<Object> values = new ArrayList<>();
    values.add(unit.name());
    values.addAll(
        Arrays.asList(coerced(call.arguments().subList(1, call.arguments().size()), arguments)));
    return scalar(name).bind(call.signature(), Map.of()).call(values.toArray());
  }

  /** The result of a scalar function some of whose arguments are lambdas of that result. */
  public static Object callWithLambda(String name, SqlType lambdaResult, Object... arguments) {
    List<SqlArgument> types = new ArrayList<>();
    for (Object argument : arguments) {
      types.add(
          argument instanceof Function
              ? SqlArgument.of(SqlLambda.of(1))
              : argument instanceof BiFunction
                  ? SqlArgument.of(SqlLambda.of(2))
                  : SqlArgument.of(typeOf(argument)));
    }
    List<List<SqlType>> inputs = scalar(name).lambdaInputs(Span.NONE, types);
    for (int i = 0; i < arguments.length; i++) {
      if (types.get(i).getSqlLambda().isPresent()) {
        types.set(i, SqlArgument.of(SqlLambdaResolved.of(inputs.get(i), lambdaResult)));
      }
    }
    ResolvedCall call = scalar(name).resolve(Span.NONE, types);
    return scalar(name).bind(call.signature(), Map.of()).call(coerced(call.arguments(), arguments));
  }

  private static Object[] coerced(List<SqlArgument> targets, Object... arguments) {
    Object[] values = new Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          targets.get(i).getSqlType().isPresent()
              ? coerced(arguments[i], targets.get(i).getSqlTypeOrThrow())
              : withoutNull(arguments[i]);
    }
    return values;
  }

  private static Object withoutNull(Object value) {
    return value instanceof Null ? null : value;
  }

  private static Object coerced(Object value, SqlType type) {
    if (!(value instanceof Number number)) {
      return withoutNull(value);
    }
    return switch (type.baseType()) {
      case BIGINT -> number.longValue();
      case DOUBLE -> number.doubleValue();
      case DECIMAL -> new BigDecimal(number.toString());
      default -> value;
    };
  }

  /** An aggregate function of columns of those types, with these literals after them. */
  public static Aggregation aggregate(String name, List<SqlType> columns, Object... literals) {
    return new Aggregation(name, columns, Map.of(), literals);
  }

  /** Runs an aggregate function over rows. */
  public static final class Aggregation {
    private final ResolvedAggregate resolved;
    private final AggregateCall call;
    private Object state;

    Aggregation(String name, List<SqlType> columns, Map<String, ?> config, Object... literals) {
      AggregateFunction function = REGISTRY.requireAggregate(Identifier.of(name));
      List<AggregateArgument> arguments = new ArrayList<>();
      columns.forEach(type -> arguments.add(AggregateArgument.column(SqlArgument.of(type))));
      for (Object literal : literals) {
        arguments.add(AggregateArgument.literal(SqlArgument.of(typeOf(literal)), literal));
      }
      resolved = function.resolve(Span.NONE, arguments);
      call = function.bind(resolved, config);
      state = call.initialize();
    }

    public ResolvedAggregate resolved() {
      return resolved;
    }

    /** Adds one row for each value of a single column. */
    public Aggregation add(Object... values) {
      for (Object value : values) {
        addRow(value);
      }
      return this;
    }

    /** Adds one row. */
    public Aggregation addRow(Object... columns) {
      Object before = state;
      String shown = Objects.toString(before);
      state = call.aggregate(columns, state);
      if (!Objects.toString(before).equals(shown)) {
        throw new AssertionError("the earlier state was changed in place: " + shown);
      }
      return this;
    }

    /** Takes one row back. */
    public Aggregation undo(Object... columns) {
      state = call.undo(columns, state);
      return this;
    }

    /** Merges a later session into this one. */
    public Aggregation merge(Aggregation newer) {
      state = call.merge(state, newer.state);
      return this;
    }

    /** The result of merging two states. */
    public Object merged(Object older, Object newer) {
      return call.map(call.merge(older, newer));
    }

    public Object state() {
      return state;
    }

    public Object result() {
      return call.map(state);
    }
  }
}
