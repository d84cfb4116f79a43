package io.confluent.ksql.tools.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TestRunnerTest {
  private static final String CASES = "src/test/resources/cases";

  @TempDir private Path directory;

  private record Ended(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  private static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        TestRunner.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = line.execute(arguments);
    return new Ended(code, out.toString(), err.toString());
  }

  @Test
  void countsAndEndsWithAll() {
    Ended ended = run(CASES);

    assertThat(ended.code()).isZero();
    assertThat(ended.lines())
        .containsExactly(
            "output cases: 6 passed, 0 failed",
            "error cases: 3 passed, 0 failed",
            "skipped: 1 disabled",
            "  garden - not to be run",
            "9 passed, 0 failed");
  }

  @Test
  void runsWhatIsAskedFor() {
    assertThat(run(CASES, "--only", "AVRO").lines())
        .containsExactly("output cases: 1 passed, 0 failed", "1 passed, 0 failed");
  }

  @Test
  void saysWhatFails() throws IOException {
    Path file = directory.resolve("wrong.json");
    Files.writeString(
        file,
        """
        {"tests": [{"name": "one", "statements": [
            "CREATE STREAM s (v INT) WITH (kafka_topic='s', value_format='JSON');",
            "CREATE STREAM o AS SELECT v + 1 AS w FROM s;"],
          "inputs": [{"topic": "s", "value": {"v": 1}}],
          "outputs": [{"topic": "O", "value": {"W": 3}}]}]}
        """);

    Ended ended = run(file.toString());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains("FAILED wrong - one")
        .contains("expected key null, value {\"W\":3}")
        .contains("actual   key null, value {W=2}");
    assertThat(ended.lines()).endsWith("0 passed, 1 failed");
  }

  @Test
  void runsSqlFiles() throws IOException {
    Path file = directory.resolve("two.sql");
    Files.writeString(
        file,
        """
        --@test: right
        CREATE STREAM s (v INT) WITH (kafka_topic='s', value_format='JSON');
        INSERT INTO s VALUES (1);
        ASSERT VALUES s (v) VALUES (1);
        --@test: wrong
        CREATE STREAM s (v INT) WITH (kafka_topic='s', value_format='JSON');
        INSERT INTO s VALUES (1);
        ASSERT VALUES s (v) VALUES (2);
        """);

    Ended ended = run("--sql", file.toString());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.lines()).endsWith("SQL tests: 1 passed, 1 failed", "1 passed, 1 failed");
  }

  @Test
  void refusesToRunNothing() {
    assertThat(run().code()).isEqualTo(2);
    assertThat(run(directory.resolve("missing").toString()).code()).isEqualTo(2);
  }
}
