package io.confluent.ksql.planner.function;

import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Collects the functions of a {@link FunctionRegistry}. A name belongs to who comes first, so the
 * engine's own functions are added before the users'.
 */
public final class FunctionRegistryBuilder {
  private final Map<String, SqlFunction> functions = new LinkedHashMap<>();
  private final List<RejectedFunction> rejected = new ArrayList<>();

  FunctionRegistryBuilder() {}

  /** Adds the engine's functions in the package of a class and the packages below it. */
  public FunctionRegistryBuilder builtInPackage(Class<?> anchor) {
    ClassLoader loader = anchor.getClassLoader();
    for (String name : ClassFinder.inPackageOf(anchor)) {
      load(name, loader, FunctionDescription.INTERNAL);
    }
    return this;
  }

  /** Adds single functions of the engine. */
  public FunctionRegistryBuilder builtIn(Class<?>... classes) {
    for (Class<?> type : classes) {
      load(type, FunctionDescription.INTERNAL);
    }
    return this;
  }

  /**
   * Adds a scalar function of the engine with a description of its own. The name in it is the
   * function's, and that of the settings that it sees.
   */
  public FunctionRegistryBuilder builtIn(
      Class<?> type, UnaryOperator<FunctionDescription> description) {
    load(
        type,
        FunctionDescription.INTERNAL,
        function ->
            function instanceof ScalarFunction scalar
                ? scalar.describedAs(description.apply(scalar.about()))
                : function);
    return this;
  }

  /** Whether a function of that name, in any case, was added. */
  public boolean has(String name) {
    return functions.containsKey(FunctionRegistry.key(name));
  }

  /** Adds the functions of a jar, which may use every class of the server. */
  public FunctionRegistryBuilder jar(Path jar) {
    return jar(jar, ForbiddenClasses.NONE);
  }

  /**
   * Adds the functions of all jars directly in a directory; the file {@code resource-blacklist.txt}
   * there names classes that they must not use. A directory that does not exist has none.
   */
  public FunctionRegistryBuilder extensionDirectory(Path directory) {
    if (!Files.isDirectory(directory)) {
      return this;
    }
    try (Stream<Path> files = Files.list(directory)) {
      ForbiddenClasses forbidden = ForbiddenClasses.read(directory.resolve(ForbiddenClasses.FILE));
      files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .forEach(j -> jar(j, forbidden));
    } catch (IOException e) {
      reject(directory.toString(), directory.toString(), e);
    }
    return this;
  }

  private FunctionRegistryBuilder jar(Path jar, ForbiddenClasses forbidden) {
    String origin = jar.toString();
    try {
      ClassLoader loader = classLoader(jar, forbidden);
      for (String name : ClassFinder.inJar(jar)) {
        load(name, loader, origin);
      }
    } catch (IOException e) {
      reject(origin, origin, e);
    }
    return this;
  }

  /**
   * Stays open as long as the process runs: functions load further classes when they are called.
   */
  private static ClassLoader classLoader(Path jar, ForbiddenClasses forbidden)
      throws MalformedURLException {
    ClassLoader server = FunctionRegistryBuilder.class.getClassLoader();
    return new ExtensionClassLoader(jar.toUri().toURL(), server, forbidden);
  }

  private void load(String className, ClassLoader loader, String origin) {
    try {
      load(Class.forName(className, false, loader), origin);
    } catch (ClassNotFoundException | LinkageError e) {
      reject(origin, className, e);
    }
  }

  private void load(Class<?> type, String origin) {
    load(type, origin, UnaryOperator.identity());
  }

  private void load(Class<?> type, String origin, UnaryOperator<SqlFunction> change) {
    BiConsumer<String, String> report =
        (place, reason) -> rejected.add(new RejectedFunction(origin, place, reason));
    Optional<SqlFunction> loaded = new FunctionLoader(origin, report).load(type).map(change);
    loaded.ifPresent(
        function -> {
          SqlFunction first =
              functions.putIfAbsent(FunctionRegistry.key(function.name()), function);
          if (first != null) {
            report.accept(
                type.getName(),
                "There is a function %s already, from %s."
                    .formatted(first.name(), first.about().origin()));
          }
        });
  }

  private void reject(String origin, String place, Throwable cause) {
    rejected.add(new RejectedFunction(origin, place, cause.toString()));
  }

  /** The registry of all functions added so far. */
  public FunctionRegistry build() {
    return new FunctionRegistry(functions, rejected);
  }
}
