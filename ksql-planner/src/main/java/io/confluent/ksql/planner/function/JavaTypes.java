package io.confluent.ksql.planner.function;

import io.confluent.ksql.execution.codegen.helpers.TriFunction;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import io.confluent.ksql.value.StructValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.connect.data.Struct;

/** Which SQL types the Java types in the signatures of functions mean. */
final class JavaTypes {
  private static final Map<Class<?>, ParameterType> PLAIN =
      Map.ofEntries(
          Map.entry(boolean.class, new ParameterType.Value(SqlTypes.BOOLEAN)),
          Map.entry(Boolean.class, new ParameterType.Value(SqlTypes.BOOLEAN)),
          Map.entry(int.class, new ParameterType.Value(SqlTypes.INTEGER)),
          Map.entry(Integer.class, new ParameterType.Value(SqlTypes.INTEGER)),
          Map.entry(long.class, new ParameterType.Value(SqlTypes.BIGINT)),
          Map.entry(Long.class, new ParameterType.Value(SqlTypes.BIGINT)),
          Map.entry(double.class, new ParameterType.Value(SqlTypes.DOUBLE)),
          Map.entry(Double.class, new ParameterType.Value(SqlTypes.DOUBLE)),
          Map.entry(BigDecimal.class, new ParameterType.AnyDecimal()),
          Map.entry(String.class, new ParameterType.Value(SqlTypes.STRING)),
          Map.entry(ByteBuffer.class, new ParameterType.Value(SqlTypes.BYTES)),
          Map.entry(java.sql.Time.class, new ParameterType.Value(SqlTypes.TIME)),
          Map.entry(java.sql.Date.class, new ParameterType.Value(SqlTypes.DATE)),
          Map.entry(java.sql.Timestamp.class, new ParameterType.Value(SqlTypes.TIMESTAMP)),
          Map.entry(Struct.class, new ParameterType.AnyStruct()),
          Map.entry(StructValue.class, new ParameterType.AnyStruct()),
          Map.entry(TimeUnit.class, new ParameterType.IntervalUnit()));

  private JavaTypes() {}

  /**
   * The SQL meaning of a Java type.
   *
   * @throws KsqlException if it has none
   */
  static ParameterType of(Type type) {
    if (type instanceof Class<?> javaClass) {
      return ofClass(javaClass);
    }
    if (type instanceof TypeVariable<?> variable) {
      return new ParameterType.Variable(variable.getName());
    }
    if (type instanceof ParameterizedType parameterized) {
      return ofParameterized(parameterized);
    }
    throw unsupported(type);
  }

  private static ParameterType ofClass(Class<?> javaClass) {
    ParameterType plain = PLAIN.get(javaClass);
    if (plain != null) {
      return plain;
    }
    if (javaClass.isArray()) {
      return ParameterType.array(of(javaClass.getComponentType()));
    }
    throw unsupported(javaClass);
  }

  private static ParameterType ofParameterized(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    Type raw = type.getRawType();
    if (raw == List.class) {
      return ParameterType.array(of(arguments[0]));
    }
    if (raw == Map.class) {
      return ParameterType.map(of(arguments[0]), of(arguments[1]));
    }
    if (raw == Function.class || raw == BiFunction.class || raw == TriFunction.class) {
      List<ParameterType> types = Arrays.stream(arguments).map(JavaTypes::of).toList();
      int last = types.size() - 1;
      return new ParameterType.LambdaOf(types.subList(0, last), types.get(last));
    }
    throw unsupported(type);
  }

  private static KsqlException unsupported(Type type) {
    return new KsqlException("The Java type " + type.getTypeName() + " has no SQL type.");
  }

  /** The meaning of a parameter, by its annotation if that says it, else by its Java type. */
  static ParameterType parameter(Type type, String schema) {
    return schema.isEmpty() ? of(type) : relaxed(TypeText.parseParameter(schema));
  }

  /** A decimal parameter takes every decimal, whatever precision its annotation names. */
  private static ParameterType relaxed(ParameterType type) {
    return type instanceof ParameterType.Value value ? relaxed(value.type()) : type;
  }

  private static ParameterType relaxed(SqlType type) {
    if (type instanceof SqlDecimal) {
      return new ParameterType.AnyDecimal();
    }
    if (type instanceof SqlArray array) {
      return ParameterType.array(relaxed(array.getItemType()));
    }
    if (type instanceof SqlMap map) {
      return ParameterType.map(relaxed(map.getKeyType()), relaxed(map.getValueType()));
    }
    return new ParameterType.Value(type);
  }

  /** Whether a method can state the SQL type of its result by its Java type alone. */
  static boolean isDefinite(ParameterType type) {
    if (type instanceof ParameterType.ListOf list) {
      return isDefinite(list.item());
    }
    if (type instanceof ParameterType.MapOf map) {
      return isDefinite(map.key()) && isDefinite(map.value());
    }
    return type instanceof ParameterType.Value || type instanceof ParameterType.Variable;
  }
}
