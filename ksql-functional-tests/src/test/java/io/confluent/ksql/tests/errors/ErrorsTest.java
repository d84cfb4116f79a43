package io.confluent.ksql.tests.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.tests.architecture.SourceTree;
import io.confluent.ksql.tools.test.SqlTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each error of a statement is one that a SQL file provokes, where it stands and in its words. */
final class ErrorsTest {
  private static final String PARSER = "ksql-parser/src/test/java/io/confluent/ksql/parser/";
  private static final String PLANNER = "ksql-planner/src/test/java/io/confluent/ksql/planner/";
  private static final String SERVER = "ksql-rest-app/src/test/java/io/confluent/ksql/rest/server/";

  /** What reads and plans statements. */
  private static final Set<String> LANGUAGE = Set.of("ksql-parser", "ksql-planner");

  /** Codes of the author of a statement that need a server, and the tests that have one. */
  private static final Map<ErrorCode, String> OF_SERVERS =
      Map.of(
          ErrorCode.STATEMENT_TOO_DEEP, PARSER + "DepthTest.java",
          ErrorCode.TOPIC_NOT_FOUND, PLANNER + "ErrorsOfSurroundingsTest.java",
          ErrorCode.SCHEMA_REGISTRY_MISSING, PLANNER + "ErrorsOfSurroundingsTest.java",
          ErrorCode.QUERY_LIMIT, SERVER + "ErrorsOfServersTest.java",
          ErrorCode.ASSERTION_FAILED, SERVER + "ErrorsOfServersTest.java",
          ErrorCode.INVALID_REQUEST, SERVER + "ErrorsOfServersTest.java",
          ErrorCode.CONNECTOR_NOT_FOUND, SERVER + "ConnectorStatementsTest.java",
          ErrorCode.CONNECTOR_EXISTS, SERVER + "ConnectorStatementsTest.java",
          ErrorCode.INVALID_CONNECTOR, SERVER + "ConnectorStatementsTest.java");

  /** Messages that no SQL file can provoke, by their beginning, and the tests that do. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "RUN SCRIPT is no", PARSER + "ErrorsTest.java",
          "This ASSERT is no", PARSER + "ErrorsTest.java",
          "There is no statement.", PARSER + "ErrorsTest.java",
          "The statement nests too deeply", PARSER + "DepthTest.java",
          "There is no topic named", PLANNER + "ErrorsOfSurroundingsTest.java",
          "The format %s needs a schema registry", PLANNER + "ErrorsOfSurroundingsTest.java",
          "%s is not %s function.", PLANNER + "function/FunctionRegistryTest.java",
          "Function %s no longer has", PLANNER + "function/FunctionRegistryTest.java",
          "In a query that follows another", PLANNER + "ErrorsOfSurroundingsTest.java");

  @Test
  void everyCaseNamesTheWords() {
    assertThat(Refusals.cases())
        .hasSizeGreaterThan(300)
        .filteredOn(test -> !test.expectsErrorAtWords())
        .extracting(SqlTests.Test::name)
        .as("cases without --@expected.at")
        .isEmpty();
  }

  @Test
  void everyErrorHasAPlace() {
    assertThat(Refusals.all())
        .hasSameSizeAs(Refusals.cases())
        .filteredOn(refusal -> !refusal.diagnostic().span().isKnown())
        .extracting(Refusals.Refusal::test)
        .isEmpty();
  }

  @Test
  void noErrorOfTheLanguageIsMadeWithoutAPlace() {
    assertThat(ErrorSite.in(LANGUAGE))
        .hasSizeGreaterThan(120)
        .filteredOn(site -> !site.placed() && !isElsewhere(site.messages().get(0)))
        .isEmpty();
  }

  @Test
  void everyCodeOfAnAuthorIsProvoked() {
    Set<ErrorCode> missing = EnumSet.allOf(ErrorCode.class);
    missing.removeIf(code -> code.kind() != ErrorCode.Kind.USER);
    Refusals.all().forEach(refusal -> missing.remove(refusal.diagnostic().code()));
    assertThat(missing).containsExactlyInAnyOrderElementsOf(OF_SERVERS.keySet());
    OF_SERVERS.forEach((code, test) -> assertThat(test(test)).as(test).contains(code.name()));
  }

  @Test
  void everyMessageOfTheLanguageIsProvoked() {
    List<String> missing = new ArrayList<>();
    for (ErrorSite site : ErrorSite.in(LANGUAGE)) {
      if (site.among(Refusals.all()).findAny().isEmpty() && site.messages().isEmpty()) {
        missing.add(site.toString());
      }
      for (String message : site.messages()) {
        boolean said = Refusals.all().stream().anyMatch(r -> ErrorSite.says(r, message));
        if (!said && !isElsewhere(message)) {
          missing.add(site.file() + ":" + site.firstLine() + " " + message);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyHintIsShown() {
    assertThat(ErrorSite.in(LANGUAGE))
        .filteredOn(ErrorSite::hinted)
        .filteredOn(site -> site.messages().stream().noneMatch(ErrorsTest::isElsewhere))
        .filteredOn(
            site ->
                site.among(Refusals.all())
                    .noneMatch(refusal -> refusal.diagnostic().hint().isPresent()))
        .isEmpty();
  }

  @Test
  void whatIsProvokedElsewhereIsProvokedThere() {
    ELSEWHERE.forEach(
        (beginning, test) -> assertThat(Files.exists(SourceTree.ROOT.resolve(test))).isTrue());
  }

  private static boolean isElsewhere(String message) {
    return ELSEWHERE.keySet().stream().anyMatch(message::startsWith);
  }

  private static String test(String name) {
    return SourceTree.text(SourceTree.ROOT.resolve(Path.of(name)));
  }
}
