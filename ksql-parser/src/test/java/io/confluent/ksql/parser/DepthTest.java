package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.format.StatementFormatter;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of any depth; on a thread with half the usual stack. */
class DepthTest {
  private static final int STACK_BYTES = 512 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "(;a;)",
        "f(;a;)",
        "f(x => ;a;)",
        "a[;1;]",
        "- ;a;~~",
        "+ ;a;~~",
        "NOT ;a;~~",
        "a OR ;a;~~",
        "a || ;a;~~",
        "a - ;a;~~",
        "~~;a;->a",
        "~~;a;[1]",
        "CASE WHEN a THEN ;a; END",
        "CASE ;a; WHEN 1 THEN 2 END",
        "CAST(;a; AS INT)",
        "ARRAY[;a;]",
        "MAP('k' := ;a;)",
        "STRUCT(k := ;a;)",
        "a IN (;a;)",
        "f(;;",
        "(;;",
        "[;;",
        "f((;a)) + (;~~"
      })
  void refusesWhatIsTooDeep(String before, String middle, String after) throws Exception {
    for (int times : new int[] {1_000, 20_000}) {
      String open = text(before).repeat(times);
      String close = text(after).repeat(times);
      String sql = "SELECT " + open + text(middle) + close + " FROM s GROUP BY a;";

      DiagnosticException e = failure(sql);

      assertThat(e.diagnostic().code())
          .as("%s%s%s: %s", before, middle, after, e.getMessage())
          .isEqualTo(ErrorCode.STATEMENT_TOO_DEEP);
      assertThat(e.diagnostic().span().isKnown()).isTrue();
      assertThat(e.diagnostic().span().end()).isLessThanOrEqualTo(sql.length());
    }
  }

  private static String text(String cell) {
    return cell == null ? "" : cell + " ";
  }

  @Test
  void refusesTypesAndJoinsThatAreTooDeep() throws Exception {
    assertTooDeep("CREATE TYPE a AS " + "ARRAY<".repeat(5000) + "INT" + ">".repeat(5000));
    assertTooDeep("CREATE TYPE a AS " + "STRUCT<a ".repeat(5000) + "INT" + ">".repeat(5000));
    assertTooDeep("CREATE TYPE a AS INT" + " ARRAY".repeat(5000));
    assertTooDeep("SELECT * FROM a" + " JOIN b ON TRUE".repeat(5000));
    assertTooDeep("SELECT * FROM a GROUP BY " + "(".repeat(5000) + "a" + ")".repeat(5000));
  }

  private static void assertTooDeep(String sql) throws Exception {
    assertThat(failure(sql).diagnostic().code()).isEqualTo(ErrorCode.STATEMENT_TOO_DEEP);
  }

  private static DiagnosticException failure(String sql) throws Exception {
    AtomicReference<DiagnosticException> thrown = new AtomicReference<>();
    onSmallStack(
        () ->
            thrown.set(
                catchThrowableOfType(DiagnosticException.class, () -> SqlParser.parse(sql))));
    assertThat(thrown.get()).as(sql.substring(0, 30)).isNotNull();
    return thrown.get();
  }

  @Test
  void takesWhatPeopleAndProgramsWrite() throws Exception {
    assertTaken("SELECT " + "(".repeat(100) + "a" + ")".repeat(100) + " FROM s");
    assertTaken("SELECT " + "f(".repeat(90) + "a" + ")".repeat(90) + " FROM s");
    assertTaken("SELECT a" + " + a".repeat(500) + " FROM s");
    assertTaken("SELECT * FROM s WHERE a = 1" + " OR a = 1".repeat(500));
    assertTaken("SELECT * FROM s WHERE a IN (1" + ", 1".repeat(20_000) + ")");
    assertTaken("SELECT a" + ", a".repeat(20_000) + " FROM s");
  }

  private static void assertTaken(String sql) throws Exception {
    AtomicReference<Statement> parsed = new AtomicReference<>();
    onSmallStack(
        () -> parsed.set(SqlParser.parse(StatementFormatter.format(SqlParser.parse(sql)))));
    assertThat(parsed.get()).as(sql.substring(0, 30)).isNotNull();
  }

  private static void onSmallStack(Runnable work) throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, work, "small-stack", STACK_BYTES);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }
}
