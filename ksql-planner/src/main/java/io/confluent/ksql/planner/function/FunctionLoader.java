package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import io.confluent.ksql.function.udtf.UdtfDescription;
import io.confluent.ksql.parser.Keywords;
import io.confluent.ksql.util.KsqlException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.lang.model.SourceVersion;

/**
 * Makes functions of annotated classes. What is wrong with a class or one of its methods is
 * reported, and the rest is loaded.
 */
final class FunctionLoader {
  private final String origin;
  private final BiConsumer<String, String> rejected;

  /**
   * @param origin {@link FunctionDescription#INTERNAL}, or the jar of the classes
   * @param rejected told the place and the reason of what cannot be loaded
   */
  FunctionLoader(String origin, BiConsumer<String, String> rejected) {
    this.origin = origin;
    this.rejected = rejected;
  }

  /** The function of a class; empty if the class is none or cannot be one. */
  Optional<SqlFunction> load(Class<?> type) {
    try {
      if (type.isAnnotationPresent(UdfDescription.class)) {
        return Optional.of(scalar(type));
      }
      if (type.isAnnotationPresent(UdtfDescription.class)) {
        return Optional.of(table(type));
      }
      if (type.isAnnotationPresent(UdafDescription.class)) {
        return Optional.of(aggregate(type));
      }
    } catch (RuntimeException | LinkageError e) {
      rejected.accept(type.getName(), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private SqlFunction scalar(Class<?> type) {
    UdfDescription text = type.getAnnotation(UdfDescription.class);
    FunctionDescription about =
        describe(
            type, text.name(), text.description(), text.category(), text.author(), text.version());
    return new ScalarFunction(about, methods(type, new MethodReader(type)::readScalars));
  }

  private SqlFunction table(Class<?> type) {
    UdtfDescription text = type.getAnnotation(UdtfDescription.class);
    FunctionDescription about =
        describe(
            type, text.name(), text.description(), text.category(), text.author(), text.version());
    return new TableFunction(about, methods(type, new MethodReader(type)::readTables));
  }

  private FunctionMethods methods(Class<?> type, Reading<FunctionMethod> reading) {
    List<FunctionMethod> methods = reading.read(rejected);
    checkNotEmpty(methods);
    checkDistinct(methods.stream().map(FunctionMethod::overload).toList());
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return new FunctionMethods(constructor, FunctionMethods.newInstance(constructor), methods);
    } catch (NoSuchMethodException e) {
      throw new KsqlException("The class has no constructor without arguments.", e);
    }
  }

  private SqlFunction aggregate(Class<?> type) {
    UdafDescription text = type.getAnnotation(UdafDescription.class);
    FunctionDescription about =
        describe(
            type, text.name(), text.description(), text.category(), text.author(), text.version());
    List<AggregateFactory> factories = new FactoryReader(type).read(rejected);
    checkNotEmpty(factories);
    checkDistinct(factories.stream().map(AggregateFactory::overload).toList());
    return new AggregateFunction(about, factories);
  }

  /** Reads the overloads of a class, reporting those that cannot be. */
  @FunctionalInterface
  private interface Reading<T> {
    List<T> read(BiConsumer<String, String> rejected);
  }

  private FunctionDescription describe(
      Class<?> type, String name, String text, String category, String author, String version) {
    if (Keywords.isReserved(name)) {
      throw new KsqlException("'" + name + "' is a word of the language, not a name.");
    }
    if (!SourceVersion.isIdentifier(name)) {
      throw new KsqlException("'" + name + "' cannot be the name of a function.");
    }
    List<FunctionDescription.Example> examples =
        Arrays.stream(type.getAnnotationsByType(UdfExample.class))
            .map(example -> new FunctionDescription.Example(example.sql(), example.result()))
            .toList();
    return new FunctionDescription(name, text, category, author, version, origin, examples);
  }

  private static void checkNotEmpty(List<?> methods) {
    if (methods.isEmpty()) {
      throw new KsqlException("The class has no method that can be called.");
    }
  }

  private static void checkDistinct(List<Overload> overloads) {
    Set<List<Object>> seen = new HashSet<>();
    for (Overload overload : overloads) {
      if (!seen.add(List.of(overload.types(), overload.variadic()))) {
        throw new KsqlException("Two methods take the same arguments: " + overload.types());
      }
    }
  }
}
