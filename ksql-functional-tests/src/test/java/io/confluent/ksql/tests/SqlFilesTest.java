package io.confluent.ksql.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.tools.test.SqlTests;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of {@code src/test/sql}. */
class SqlFilesTest {
  @TestFactory
  Stream<DynamicTest> sqlFiles() {
    List<SqlTests.Test> tests = SqlTests.withBuiltInFunctions().find(Path.of("src", "test", "sql"));
    assertThat(tests).isNotEmpty();
    return tests.stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.name(), () -> assertThat(test.run().failure().orElse("")).isEmpty()));
  }
}
