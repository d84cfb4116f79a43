package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfParameter;
import io.confluent.ksql.function.udf.UdfSchemaProvider;
import io.confluent.ksql.function.udtf.Udtf;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.util.KsqlException;
import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads the annotated methods of a class of a scalar or table function. */
final class MethodReader {
  private final Class<?> type;

  MethodReader(Class<?> type) {
    this.type = type;
  }

  List<FunctionMethod> readScalars(BiConsumer<String, String> rejected) {
    return read(Udf.class, this::scalar, rejected);
  }

  List<FunctionMethod> readTables(BiConsumer<String, String> rejected) {
    return read(Udtf.class, this::table, rejected);
  }

  private <A extends Annotation> List<FunctionMethod> read(
      Class<A> annotation,
      Function<Method, FunctionMethod> reader,
      BiConsumer<String, String> rejected) {
    List<FunctionMethod> methods = new ArrayList<>();
    for (Method method : sortedMethods(type)) {
      if (!method.isAnnotationPresent(annotation) || method.isBridge()) {
        continue;
      }
      try {
        methods.add(reader.apply(method));
      } catch (RuntimeException | LinkageError e) {
        rejected.accept(type.getName() + "." + method.getName(), String.valueOf(e.getMessage()));
      }
    }
    return methods;
  }

  /** The public methods in an order that does not depend on the virtual machine. */
  static List<Method> sortedMethods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .sorted(
            Comparator.comparing(Method::getParameterCount).thenComparing(Method::toGenericString))
        .toList();
  }

  private FunctionMethod scalar(Method method) {
    Udf udf = method.getAnnotation(Udf.class);
    ParameterType returns =
        returnType(method.getGenericReturnType(), udf.schema(), udf.schemaProvider());
    return function(method, returns, udf.description(), udf.schemaProvider(), udf.strict());
  }

  private FunctionMethod table(Method method) {
    Udtf udtf = method.getAnnotation(Udtf.class);
    if (!(method.getGenericReturnType() instanceof ParameterizedType list)
        || list.getRawType() != List.class) {
      throw new KsqlException("A table function must return a List of a named type.");
    }
    ParameterType returns =
        returnType(list.getActualTypeArguments()[0], udtf.schema(), udtf.schemaProvider());
    return function(method, returns, udtf.description(), udtf.schemaProvider(), false);
  }

  private FunctionMethod function(
      Method method, ParameterType returns, String text, String provider, boolean strict) {
    Overload overload =
        new Overload(
            parameters(method),
            method.isVarArgs() ? method.getParameterCount() - 1 : Overload.NOT_VARIADIC,
            returns,
            text);
    return new FunctionMethod(method, overload, provider(provider), strict);
  }

  private static ParameterType returnType(Type javaType, String schema, String provider) {
    if (!schema.isEmpty()) {
      return TypeText.parseParameter(schema);
    }
    ParameterType returns = JavaTypes.of(javaType);
    if (provider.isEmpty() && !JavaTypes.isDefinite(returns)) {
      throw new KsqlException(
          "A result of type "
              + returns
              + " needs a schema or a schema provider in the annotation of the method.");
    }
    return returns;
  }

  private Optional<Method> provider(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Method provider;
    try {
      provider = type.getMethod(name, List.class);
    } catch (NoSuchMethodException e) {
      throw new KsqlException(
          "The class has no public method " + name + "(List<SqlArgument>) to give the type.", e);
    }
    if (!provider.isAnnotationPresent(UdfSchemaProvider.class)) {
      throw new KsqlException("Method " + name + " lacks the annotation @UdfSchemaProvider.");
    }
    if (!SqlType.class.isAssignableFrom(provider.getReturnType())) {
      throw new KsqlException("Method " + name + " must return a SqlType.");
    }
    provider.setAccessible(true);
    return Optional.of(provider);
  }

  /** The parameters of a method, with names and types from annotations where those are given. */
  static List<FunctionParameter> parameters(Method method) {
    List<FunctionParameter> parameters = new ArrayList<>();
    Parameter[] declared = method.getParameters();
    for (int i = 0; i < declared.length; i++) {
      boolean variadic = method.isVarArgs() && i == declared.length - 1;
      parameters.add(parameter(declared[i], i, variadic));
    }
    return parameters;
  }

  private static FunctionParameter parameter(Parameter parameter, int index, boolean variadic) {
    UdfParameter annotation = parameter.getAnnotation(UdfParameter.class);
    String name = annotation == null ? "" : annotation.value();
    Type type = parameter.getParameterizedType();
    String schema = annotation == null ? "" : annotation.schema();
    return new FunctionParameter(
        name.isEmpty() ? inferredName(parameter, index) : name,
        variadic ? itemType(type, schema) : JavaTypes.parameter(type, schema),
        annotation == null ? "" : annotation.description());
  }

  /** Names are for people only, so a class without them is no worse for it. */
  private static String inferredName(Parameter parameter, int index) {
    return parameter.isNamePresent() ? parameter.getName() : "arg" + (index + 1);
  }

  private static ParameterType itemType(Type arrayType, String schema) {
    if (arrayType instanceof GenericArrayType generic) {
      return JavaTypes.parameter(generic.getGenericComponentType(), schema);
    }
    Class<?> item = ((Class<?>) arrayType).getComponentType();
    return item == Object.class && schema.isEmpty()
        ? new ParameterType.Anything()
        : JavaTypes.parameter(item, schema);
  }
}
