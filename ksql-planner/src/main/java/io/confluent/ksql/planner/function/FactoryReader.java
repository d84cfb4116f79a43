package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.util.KsqlException;
import java.lang.annotation.AnnotationTypeMismatchException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads the annotated factory methods of a class of an aggregate function. */
final class FactoryReader {
  private final Class<?> type;

  FactoryReader(Class<?> type) {
    this.type = type;
  }

  List<AggregateFactory> read(BiConsumer<String, String> rejected) {
    List<AggregateFactory> factories = new ArrayList<>();
    for (Method method : MethodReader.sortedMethods(type)) {
      if (!method.isAnnotationPresent(UdafFactory.class)) {
        continue;
      }
      try {
        factories.add(factory(method));
      } catch (RuntimeException | LinkageError e) {
        rejected.accept(type.getName() + "." + method.getName(), String.valueOf(e.getMessage()));
      }
    }
    return factories;
  }

  private static AggregateFactory factory(Method method) {
    if (!Modifier.isStatic(method.getModifiers())) {
      throw new KsqlException("A factory of aggregate functions must be static.");
    }
    if (!(method.getGenericReturnType() instanceof ParameterizedType made)
        || made.getRawType() != Udaf.class && made.getRawType() != TableUdaf.class) {
      throw new KsqlException("A factory must return exactly Udaf<..> or TableUdaf<..>.");
    }
    Type[] arguments = made.getActualTypeArguments();
    UdafFactory annotation = method.getAnnotation(UdafFactory.class);
    ColumnTuple columns = ColumnTuple.of(arguments[0]);
    List<FunctionParameter> parameters = columnParameters(columns, columnSchemas(annotation));
    parameters.addAll(MethodReader.parameters(method));
    Overload overload =
        new Overload(
            parameters,
            variadic(method, columns),
            declared(arguments[2], annotation.returnSchema()),
            annotation.description());
    ParameterType state = declared(arguments[1], annotation.aggregateSchema());
    return new AggregateFactory(method, overload, columns, arguments[1], arguments[2], state);
  }

  private static int variadic(Method method, ColumnTuple columns) {
    if (!method.isVarArgs()) {
      return columns.variadic();
    }
    if (columns.variadic() != Overload.NOT_VARIADIC) {
      throw new KsqlException("Columns and literals cannot both be variadic.");
    }
    return columns.size() + method.getParameterCount() - 1;
  }

  private static ParameterType declared(Type javaType, String schema) {
    return schema.isEmpty() ? JavaTypes.of(javaType) : TypeText.parseParameter(schema);
  }

  private static List<FunctionParameter> columnParameters(
      ColumnTuple columns, List<String> schemas) {
    List<FunctionParameter> parameters = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Type member = columns.members().get(i);
      String schema = i < schemas.size() ? schemas.get(i) : "";
      ParameterType accepted =
          member == Object.class && i == columns.variadic()
              ? new ParameterType.Anything()
              : JavaTypes.parameter(member, schema);
      String name = columns.size() == 1 ? "value" : "value" + (i + 1);
      parameters.add(new FunctionParameter(name, accepted, ""));
    }
    return parameters;
  }

  private static List<String> columnSchemas(UdafFactory annotation) {
    try {
      return List.of(annotation.paramSchema());
    } catch (AnnotationTypeMismatchException e) {
      return List.of(singleText(e));
    }
  }

  /**
   * Jars compiled when the member was one String: Java tells its value only in the exception, as
   * {@code class java.lang.String[the value]}.
   */
  private static String singleText(AnnotationTypeMismatchException mismatch) {
    String found = mismatch.foundType();
    int start = found.indexOf('[');
    int end = found.lastIndexOf(']');
    if (!found.contains(String.class.getName()) || start < 0 || end < start) {
      throw new KsqlException("The paramSchema of the factory cannot be read: " + found, mismatch);
    }
    return found.substring(start + 1, end);
  }
}
