package io.confluent.ksql.tools.test;

import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.function.builtin.BuiltInFunctions;
import io.confluent.ksql.function.udf.ml.AnomalyKudf;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** SQL test files, to be run one by one or all. */
public final class SqlTests {
  private final FunctionRegistry functions;

  /**
   * @param functions the functions that statements can call
   */
  public SqlTests(FunctionRegistry functions) {
    this.functions = functions;
  }

  /** Tests with the functions that every server has. */
  public static SqlTests withBuiltInFunctions() {
    return new SqlTests(
        FunctionRegistry.builder()
            .builtInPackage(BuiltInFunctions.class)
            .builtIn(AnomalyKudf.class)
            .build());
  }

  /**
   * How a case ended.
   *
   * @param name its name
   * @param failure what is wrong; empty if it passed
   * @param refused the statement that the engine refused, wanted or not
   */
  public record Result(
      String name, Optional<String> failure, Optional<StatementException> refused) {}

  /** A case that can be run. */
  public final class Test {
    private final SqlTestFile.Case test;

    private Test(SqlTestFile.Case test) {
      this.test = test;
    }

    /** Its name: of the file, and as the directive says. */
    public String name() {
      return test.name();
    }

    /** Whether it says how a statement fails, and at which words. */
    public boolean expectsErrorAtWords() {
      return test.at().isPresent();
    }

    /** Whether it says that a statement fails. */
    public boolean expectsError() {
      return test.expectsError();
    }

    /** Runs it. */
    public Result run() {
      try (SqlTestCase running = new SqlTestCase(test, functions)) {
        Optional<String> failure = running.run();
        return new Result(test.name(), failure, running.refused());
      }
    }
  }

  /** The cases of a file, or of all {@code .sql} files below a directory, in their order. */
  public List<Test> find(Path path) {
    List<Test> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(path)) {
      files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .forEach(file -> SqlTestFile.read(file).forEach(test -> tests.add(new Test(test))));
    } catch (IOException e) {
      throw new KsqlException("Test files cannot be read: " + path, e);
    }
    return tests;
  }
}
