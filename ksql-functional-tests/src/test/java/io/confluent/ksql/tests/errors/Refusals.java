package io.confluent.ksql.tests.errors;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.tools.test.SqlTests;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the SQL files have refused, each case run once. */
public final class Refusals {
  private static final List<SqlTests.Test> CASES =
      SqlTests.withBuiltInFunctions().find(Path.of("src", "test", "sql")).stream()
          .filter(SqlTests.Test::expectsError)
          .toList();

  private static final List<Refusal> ALL =
      CASES.stream().map(Refusals::refusal).flatMap(Optional::stream).toList();

  private Refusals() {}

  /**
   * One of them.
   *
   * @param test name of the case
   * @param error the statement and what is wrong with it
   */
  public record Refusal(String test, StatementException error) {
    /** What is wrong. */
    public Diagnostic diagnostic() {
      return error.diagnostic();
    }
  }

  /** Cases that expect an error. */
  static List<SqlTests.Test> cases() {
    return CASES;
  }

  /** What they came to. */
  public static List<Refusal> all() {
    return ALL;
  }

  private static Optional<Refusal> refusal(SqlTests.Test test) {
    return test.run().refused().map(error -> new Refusal(test.name(), error));
  }
}
