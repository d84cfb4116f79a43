package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.ast.AssertSource;
import io.confluent.ksql.parser.ast.AssertValues;
import io.confluent.ksql.parser.ast.RunScript;
import io.confluent.ksql.parser.ast.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The session in {@code sql/session.sql}, which has every statement that a server takes. */
final class SessionTest {
  private static final String ANSWER = "-->";
  private static final String REFUSED = "refused: ";
  private static final Set<Class<?>> OF_TOOLS =
      Set.of(AssertValues.class, AssertSource.class, RunScript.class);

  /** A statement, and the type of its answer or what its refusal says. */
  private record Line(String statement, String answer) {}

  private static List<Line> session() throws IOException {
    List<Line> session = new ArrayList<>();
    try (InputStream in = SessionTest.class.getResourceAsStream("/sql/session.sql")) {
      String answer = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith(ANSWER)) {
          answer = line.substring(ANSWER.length()).strip();
        } else if (!line.startsWith("--")) {
          session.add(new Line(line, answer));
        }
      }
    }
    return session;
  }

  @TestFactory
  Stream<DynamicTest> answersEachStatement() throws IOException {
    TestServer server =
        new TestServer(Map.of("ksql.connect.url", "http://localhost:1")).topic("t", 2);
    return session().stream()
        .map(line -> DynamicTest.dynamicTest(line.statement(), () -> checkAnswer(server, line)))
        .onClose(server::close);
  }

  private static void checkAnswer(TestServer server, Line line) {
    if (line.answer().startsWith(REFUSED)) {
      assertThat(server.error(line.statement()).path("message").asText())
          .contains(line.answer().substring(REFUSED.length()));
      return;
    }
    List<String> types = new ArrayList<>();
    for (JsonNode entity : server.ksql(line.statement())) {
      types.add(entity.path("@type").asText());
    }
    assertThat(types).isEqualTo(line.answer().isEmpty() ? List.of() : List.of(line.answer()));
  }

  @Test
  void hasEveryStatement() throws IOException {
    Set<Class<?>> kinds = new HashSet<>(OF_TOOLS);
    session().forEach(line -> kinds.add(SqlParser.parse(line.statement()).getClass()));
    assertThat(kinds).containsExactlyInAnyOrder(Statement.class.getPermittedSubclasses());
  }
}
