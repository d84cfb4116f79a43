package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.UdfWarnings;
import io.confluent.ksql.function.udf.WarningUdf;
import io.confluent.ksql.row.RawText;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A method of one object, called through a handle that was looked up once. */
final class BoundMethod implements ScalarCall {
  private final Object instance;
  private final MethodHandle handle;
  private final Class<?>[] parameters;
  private final UnaryOperator<Object>[] conversions;
  private final UnaryOperator<Object> resultConversion;
  private final Class<?> variadicItem;
  private final boolean strict;
  private final boolean passesArgumentsOn;

  /**
   * @param returns type of the method's result
   * @param foreign whether the method is not the engine's own
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  BoundMethod(Object instance, FunctionMethod function, SqlType returns, boolean foreign) {
    this.instance = instance;
    Method method = function.method();
    handle = handle(instance, method);
    parameters = method.getParameterTypes();
    strict = function.strict();
    variadicItem = method.isVarArgs() ? parameters[parameters.length - 1].getComponentType() : null;
    Conversions border = new Conversions(foreign);
    Type[] types = method.getGenericParameterTypes();
    conversions = new UnaryOperator[types.length];
    boolean plain = variadicItem == null;
    for (int i = 0; i < types.length; i++) {
      Type type = i == types.length - 1 && method.isVarArgs() ? itemOf(types[i]) : types[i];
      conversions[i] = border.intoFunction(type);
      plain &= conversions[i] == Conversions.NONE && (strict || !parameters[i].isPrimitive());
    }
    passesArgumentsOn = plain;
    resultConversion = border.outOfFunction(method.getGenericReturnType(), returns);
  }

  private static Type itemOf(Type arrayType) {
    return arrayType instanceof GenericArrayType generic
        ? generic.getGenericComponentType()
        : ((Class<?>) arrayType).getComponentType();
  }

  private static MethodHandle handle(Object instance, Method method) {
    try {
      method.setAccessible(true);
      MethodHandle found = MethodHandles.lookup().unreflect(method).asFixedArity();
      MethodHandle bound =
          Modifier.isStatic(method.getModifiers()) ? found : found.bindTo(instance);
      return bound
          .asType(bound.type().generic())
          .asSpreader(Object[].class, method.getParameterCount());
    } catch (IllegalAccessException e) {
      throw new KsqlFunctionException("Method " + method + " cannot be called.", e);
    }
  }

  @Override
  public Object call(Object[] arguments) {
    if (strict && containsNull(arguments)) {
      return null;
    }
    Object[] passed = passesArgumentsOn ? arguments : arrange(arguments);
    try {
      Object result = (Object) handle.invokeExact(passed);
      return resultConversion == Conversions.NONE ? result : resultConversion.apply(result);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new KsqlFunctionException(e.getMessage(), e);
    }
  }

  @Override
  public Optional<RawText.Reader> reader() {
    return instance instanceof RawText.Reader reader ? Optional.of(reader) : Optional.empty();
  }

  @Override
  public void warnTo(UdfWarnings warnings) {
    if (instance instanceof WarningUdf warner) {
      warner.warnTo(warnings);
    }
  }

  private static boolean containsNull(Object[] arguments) {
    for (Object argument : arguments) {
      if (argument == null) {
        return true;
      }
    }
    return false;
  }

  private Object[] arrange(Object[] arguments) {
    Object[] passed = new Object[parameters.length];
    int single = variadicItem == null ? parameters.length : parameters.length - 1;
    for (int i = 0; i < single; i++) {
      passed[i] = conversions[i].apply(arguments[i]);
      if (passed[i] == null && parameters[i].isPrimitive()) {
        throw new KsqlFunctionException("Argument " + (i + 1) + " must not be NULL.");
      }
    }
    if (variadicItem != null) {
      passed[single] = rest(arguments, single);
    }
    return passed;
  }

  private Object rest(Object[] arguments, int from) {
    UnaryOperator<Object> conversion = conversions[from];
    Object rest = Array.newInstance(variadicItem, arguments.length - from);
    if (conversion == Conversions.NONE && !variadicItem.isPrimitive()) {
      System.arraycopy(arguments, from, rest, 0, arguments.length - from);
      return rest;
    }
    for (int i = from; i < arguments.length; i++) {
      Object item = conversion.apply(arguments[i]);
      if (item == null && variadicItem.isPrimitive()) {
        throw new KsqlFunctionException("Argument " + (i + 1) + " must not be NULL.");
      }
      Array.set(rest, i - from, item);
    }
    return rest;
  }
}
