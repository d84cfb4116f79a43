package io.confluent.ksql.planner.function;

import io.confluent.ksql.execution.codegen.helpers.TriFunction;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Struct;

/**
 * What must be done to values at the border between the engine and one function: nothing, except
 * where Connect's structs, Java arrays or decimals stand in the function's signature. For functions
 * that are not the engine's own, type variables count as structs, for they may stand for one.
 */
final class Conversions {
  /** No conversion; compared by identity. */
  static final UnaryOperator<Object> NONE = value -> value;

  private final boolean foreign;
  private final StructConversion structs = new StructConversion();

  Conversions(boolean foreign) {
    this.foreign = foreign;
  }

  /** From the engine's value to what a parameter of that Java type takes. */
  UnaryOperator<Object> intoFunction(Type type) {
    if (type instanceof Class<?> javaClass && javaClass.isArray()) {
      return value -> value instanceof List<?> list ? toArray(list, javaClass) : value;
    }
    if (type instanceof ParameterizedType parameterized && isLambda(parameterized)) {
      return mentionsStruct(type) ? this::wrapLambda : NONE;
    }
    if (type == TimeUnit.class) {
      return value -> value == null ? null : TimeUnit.valueOf((String) value);
    }
    return mentionsStruct(type) ? structs::toConnect : NONE;
  }

  /** From what a method of that Java type gives to the engine's value. */
  UnaryOperator<Object> outOfFunction(Type type, SqlType sqlType) {
    if (type instanceof Class<?> javaClass && javaClass.isArray()) {
      return value -> value == null ? null : toList(value);
    }
    if (type == BigDecimal.class && sqlType instanceof SqlDecimal decimal) {
      return value -> withScale(value, decimal.getScale());
    }
    if (type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && sqlType instanceof SqlArray array) {
      UnaryOperator<Object> item =
          outOfFunction(list.getActualTypeArguments()[0], array.getItemType());
      return item == NONE ? NONE : value -> mapped(value, item);
    }
    return mentionsStruct(type) && StructConversion.mayHoldStruct(sqlType)
        ? value -> structs.toEngine(value, sqlType)
        : NONE;
  }

  private static Object mapped(Object value, UnaryOperator<Object> conversion) {
    if (!(value instanceof List<?> list)) {
      return value;
    }
    List<Object> converted = new ArrayList<>(list.size());
    for (Object item : list) {
      converted.add(conversion.apply(item));
    }
    return converted;
  }

  private boolean mentionsStruct(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      for (Type argument : parameterized.getActualTypeArguments()) {
        if (mentionsStruct(argument)) {
          return true;
        }
      }
      return false;
    }
    return type == Struct.class
        || foreign && (type instanceof TypeVariable<?> || type == Object.class);
  }

  private static boolean isLambda(ParameterizedType type) {
    return type.getRawType() == Function.class
        || type.getRawType() == BiFunction.class
        || type.getRawType() == TriFunction.class;
  }

  @SuppressWarnings("unchecked")
  private Object wrapLambda(Object lambda) {
    if (lambda instanceof Function<?, ?>) {
      Function<Object, Object> inner = (Function<Object, Object>) lambda;
      Function<Object, Object> outer = a -> structs.toConnect(inner.apply(structs.toEngine(a)));
      return outer;
    }
    if (lambda instanceof BiFunction<?, ?, ?>) {
      BiFunction<Object, Object, Object> inner = (BiFunction<Object, Object, Object>) lambda;
      BiFunction<Object, Object, Object> outer =
          (a, b) -> structs.toConnect(inner.apply(structs.toEngine(a), structs.toEngine(b)));
      return outer;
    }
    TriFunction<Object, Object, Object, Object> inner =
        (TriFunction<Object, Object, Object, Object>) lambda;
    TriFunction<Object, Object, Object, Object> outer =
        (a, b, c) ->
            structs.toConnect(
                inner.apply(structs.toEngine(a), structs.toEngine(b), structs.toEngine(c)));
    return outer;
  }

  private static Object toArray(List<?> list, Class<?> arrayType) {
    Class<?> component = arrayType.getComponentType();
    Object array = Array.newInstance(component, list.size());
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      Array.set(array, i, item instanceof List<?> inner ? toArray(inner, component) : item);
    }
    return array;
  }

  private static List<Object> toList(Object array) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      Object item = Array.get(array, i);
      list.add(item != null && item.getClass().isArray() ? toList(item) : item);
    }
    return list;
  }

  private static Object withScale(Object value, int scale) {
    return value instanceof BigDecimal decimal && decimal.scale() != scale
        ? decimal.setScale(scale, RoundingMode.HALF_UP)
        : value;
  }
}
