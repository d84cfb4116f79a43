package io.confluent.ksql.tools.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case is green when everything it says holds, and red when any one thing does not. */
class SqlTestsTest {
  private static final String SCRIPT =
      """
      CREATE STREAM s (id INT KEY, a INT) WITH (kafka_topic='s', value_format='JSON');
      CREATE STREAM o AS SELECT id, a + 1 AS b FROM s;
      INSERT INTO s (ROWTIME, id, a) VALUES (5, 1, 10);
      INSERT INTO s (ROWTIME, id, a) VALUES (6, 2, NULL);
      """;
  private static final String FIRST = "ASSERT VALUES o (ROWTIME, id, b) VALUES (5, 1, 11);\n";
  private static final String SECOND = "ASSERT VALUES o (ROWTIME, id, b) VALUES (6, 2, NULL);\n";

  @TempDir private Path directory;

  @Test
  void passesWhatHolds() throws IOException {
    assertThat(run(SCRIPT + FIRST + SECOND)).isEmpty();
  }

  @Test
  void failsOnAnotherValue() throws IOException {
    assertThat(run(SCRIPT + FIRST.replace("11", "12") + SECOND))
        .hasValueSatisfying(text -> assertThat(text).contains("B=12").contains("B=11"));
  }

  @Test
  void failsOnAValueInThePlaceOfNull() throws IOException {
    assertThat(run(SCRIPT + FIRST + SECOND.replace("NULL", "0"))).isPresent();
    assertThat(run(SCRIPT + FIRST.replace("11", "NULL") + SECOND)).isPresent();
  }

  @Test
  void failsOnAnotherKey() throws IOException {
    assertThat(run(SCRIPT + FIRST.replace("1, 11", "3, 11") + SECOND)).isPresent();
  }

  @Test
  void failsOnAnotherTimestamp() throws IOException {
    assertThat(run(SCRIPT + FIRST.replace("(5,", "(4,") + SECOND)).isPresent();
  }

  @Test
  void failsOnAnotherOrder() throws IOException {
    assertThat(run(SCRIPT + SECOND + FIRST)).isPresent();
  }

  @Test
  void failsOnARecordMoreOrLess() throws IOException {
    assertThat(run(SCRIPT + FIRST)).hasValue("The topic O holds 1 records more than are asserted.");
    assertThat(run(SCRIPT + FIRST + SECOND + SECOND))
        .hasValue("O: expected a record more than its 2.");
  }

  @Test
  void failsOnARowInThePlaceOfADeletion() throws IOException {
    assertThat(run(SCRIPT + "ASSERT NULL VALUES o (id) KEY (1);\n" + SECOND))
        .hasValueSatisfying(text -> assertThat(text).contains("expected a deletion"));
  }

  @Test
  void failsOnAnotherDeclaration() throws IOException {
    assertThat(run(SCRIPT + "ASSERT STREAM o (id INT KEY, b INT);")).isEmpty();
    assertThat(run(SCRIPT + "ASSERT STREAM o (id INT KEY, b BIGINT);")).isPresent();
    assertThat(run(SCRIPT + "ASSERT STREAM o (id INT, b INT);")).isPresent();
    assertThat(run(SCRIPT + "ASSERT TABLE o (id INT PRIMARY KEY, b INT);")).isPresent();
    assertThat(run(SCRIPT + "ASSERT STREAM o WITH (value_format='AVRO');")).isPresent();
    assertThat(run(SCRIPT + "ASSERT STREAM nosuch (id INT);")).isPresent();
  }

  @Test
  void failsOnAnErrorThatNobodyExpects() throws IOException {
    assertThat(run("SELECT FROM;"))
        .hasValueSatisfying(text -> assertThat(text).startsWith("Failed: SELECT FROM;"));
  }

  @Test
  void failsWithoutTheErrorThatIsExpected() throws IOException {
    assertThat(run("--@expected.error: SYNTAX\n" + SCRIPT))
        .hasValue("No error, but one was expected.");
    String missing = "CREATE STREAM o AS SELECT * FROM s;";
    assertThat(run("--@expected.error: SOURCE_NOT_FOUND\n" + missing)).isEmpty();
    assertThat(run("--@expected.error: SYNTAX\n" + missing)).isPresent();
    assertThat(run("--@expected.message: named S\n" + missing)).isEmpty();
    assertThat(run("--@expected.message: named T\n" + missing)).isPresent();
  }

  @Test
  void takesTheErrorOfTheFirstStatementThatFails() throws IOException {
    String failing = "DROP STREAM nosuch;\n" + SCRIPT;
    assertThat(run("--@expected.error: SOURCE_NOT_FOUND\n" + failing)).isEmpty();
    assertThat(run("--@expected.error: SYNTAX\n" + failing)).isPresent();
  }

  @Test
  void refusesAFileWithoutCases() throws IOException {
    Path file = Files.writeString(directory.resolve("none.sql"), "SELECT 1;");

    assertThatThrownBy(() -> SqlTests.withBuiltInFunctions().find(file))
        .isInstanceOf(KsqlException.class)
        .hasMessageContaining("before the first");
  }

  private Optional<String> run(String script) throws IOException {
    Path file = Files.writeString(directory.resolve("case.sql"), "--@test: case\n" + script);
    List<SqlTests.Test> tests = SqlTests.withBuiltInFunctions().find(file);
    assertThat(tests).hasSize(1);
    return tests.get(0).run().failure();
  }
}
