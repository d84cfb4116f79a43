package io.confluent.ksql.planner.function;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlLambda;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.util.KsqlException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Configurable;

/** The overloads that are methods of one class: what scalar and table functions share. */
final class FunctionMethods {
  private final Constructor<?> constructor;
  private final Object prototype;
  private final List<FunctionMethod> methods;

  /**
   * @param constructor makes a new object for every use
   * @param prototype an object that is only asked for result types
   */
  FunctionMethods(Constructor<?> constructor, Object prototype, List<FunctionMethod> methods) {
    this.constructor = constructor;
    this.prototype = prototype;
    this.methods = List.copyOf(methods);
  }

  List<Overload> overloads() {
    return methods.stream().map(FunctionMethod::overload).toList();
  }

  ResolvedCall resolve(SqlFunction function, Span where, List<SqlArgument> arguments) {
    OverloadChoice.Match match = new OverloadChoice(function).choose(where, arguments);
    FunctionMethod method = methods.get(match.index());
    List<SqlArgument> targets = match.targets(arguments);
    SqlType returns = returnType(function, where, match, targets);
    Overload overload = match.overload();
    FunctionSignature signature =
        new FunctionSignature(function.name(), overload.types(), overload.variadic(), returns);
    return new ResolvedCall(signature, targets, returns, method.strict());
  }

  private SqlType returnType(
      SqlFunction function, Span where, OverloadChoice.Match match, List<SqlArgument> targets) {
    Optional<Method> provider = methods.get(match.index()).returnTypeProvider();
    ParameterType declared = match.overload().returns();
    if (provider.isEmpty()) {
      return match
          .bindings()
          .resolve(declared)
          .orElseThrow(() -> FunctionErrors.unknownResult(where, function, targets));
    }
    try {
      SqlType computed = (SqlType) invoke(provider.get(), targets);
      if (computed == null) {
        throw new KsqlException("it gives no type for them.");
      }
      if (!TypeBindings.allows(declared, computed)) {
        throw new KsqlException("it computes the type " + computed + " but declares " + declared);
      }
      return computed;
    } catch (RuntimeException e) {
      throw FunctionErrors.refused(where, function, e);
    }
  }

  private Object invoke(Method provider, List<SqlArgument> arguments) {
    try {
      return provider.invoke(prototype, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new KsqlFunctionException(e.getCause().getMessage(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new KsqlFunctionException(provider + " cannot be called.", e);
    }
  }

  List<List<SqlType>> lambdaInputs(SqlFunction function, Span where, List<SqlArgument> arguments) {
    OverloadChoice.Match match = new OverloadChoice(function).choose(where, arguments);
    List<List<SqlType>> inputs = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Optional<SqlLambda> lambda = arguments.get(i).getSqlLambda();
      int parameter = match.overload().parameterOf(i, arguments.size());
      ParameterType declared = match.overload().parameters().get(parameter).type();
      List<SqlType> types = new ArrayList<>();
      if (lambda.isPresent() && declared instanceof ParameterType.LambdaOf of) {
        for (ParameterType input : of.inputs()) {
          types.add(
              match
                  .bindings()
                  .resolve(input)
                  .orElseThrow(() -> FunctionErrors.unknownResult(where, function, arguments)));
        }
      }
      inputs.add(types);
    }
    return inputs;
  }

  /** The overload of a signature, bound to a new object; {@code returns} is the method's result. */
  ScalarCall bind(
      SqlFunction function, FunctionSignature signature, SqlType returns, Map<String, ?> config) {
    FunctionMethod method =
        methods.stream()
            .filter(candidate -> signature.isOf(candidate.overload()))
            .findFirst()
            .orElseThrow(() -> FunctionErrors.lost(signature));
    Object instance = newInstance(constructor);
    if (instance instanceof Configurable configurable) {
      configurable.configure(FunctionSettings.of(function.name(), config));
    }
    return new BoundMethod(instance, method, returns, !function.about().isInternal());
  }

  static Object newInstance(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new KsqlFunctionException(
          "The constructor of " + constructor.getName() + " failed: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new KsqlFunctionException(constructor.getName() + " cannot be instantiated.", e);
    }
  }
}
