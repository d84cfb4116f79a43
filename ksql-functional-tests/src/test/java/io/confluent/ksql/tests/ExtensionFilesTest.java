package io.confluent.ksql.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.function.builtin.BuiltInFunctions;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.tools.test.SqlTests;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of {@code src/test/sql-with-extensions}: functions of a jar, loaded as a server loads
 * those of its users.
 */
class ExtensionFilesTest {
  /** Where the build of the functions leaves those that the public test cases call. */
  private static final Path JARS = Path.of("..", "ksql-functions", "target", "conformance");

  @TestFactory
  Stream<DynamicTest> sqlFiles() {
    assertThat(JARS).as("made by the build of ksql-functions").isNotEmptyDirectory();
    FunctionRegistry functions =
        FunctionRegistry.builder()
            .builtInPackage(BuiltInFunctions.class)
            .extensionDirectory(JARS)
            .build();
    assertThat(functions.rejected()).isEmpty();
    List<SqlTests.Test> tests =
        new SqlTests(functions).find(Path.of("src", "test", "sql-with-extensions"));
    assertThat(tests).isNotEmpty();
    return tests.stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.name(), () -> assertThat(test.run().failure().orElse("")).isEmpty()));
  }
}
