package io.confluent.ksql.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlEditingTest {
  private final SqlLineParser parser = new SqlLineParser(text -> text.endsWith(";"));

  @Test
  void findsTheWordUnderTheCursor() {
    ParsedLine line = parser.parse("SELECT a.nam, b", 12, ParseContext.COMPLETE);

    assertThat(line.word()).isEqualTo("nam");
    assertThat(line.wordCursor()).isEqualTo(3);
  }

  @Test
  void asksForMoreUntilAStatementIsComplete() {
    assertThatThrownBy(() -> parser.parse("SELECT", 6, ParseContext.ACCEPT_LINE))
        .isInstanceOf(EOFError.class);
    assertThat(parser.parse("SELECT;", 7, ParseContext.ACCEPT_LINE).line()).isEqualTo("SELECT;");
  }

  @Test
  void coloursWhatStandsWhere() {
    AttributedString line =
        new SqlHighlighter().highlight(null, "select 'select' from x -- select 1");

    assertThat(line.toString()).isEqualTo("select 'select' from x -- select 1");
    assertThat(line.styleAt(0)).isEqualTo(AttributedStyle.BOLD);
    assertThat(line.styleAt(9)).isEqualTo(AttributedStyle.DEFAULT.foreground(2));
    assertThat(line.styleAt(16)).isEqualTo(AttributedStyle.BOLD);
    assertThat(line.styleAt(21)).isEqualTo(AttributedStyle.DEFAULT);
    assertThat(line.styleAt(27)).isNotEqualTo(AttributedStyle.BOLD);
  }

  @Test
  void offersWordsAndNamesInTheCaseThatWasTyped() throws Exception {
    try (FakeServer server = FakeServer.start()) {
      server.on(
          "LIST STREAMS; LIST TABLES; LIST FUNCTIONS;",
          200,
          "[{\"@type\":\"tables\",\"tables\":[{\"name\":\"T\"},{\"name\":\"mixed\"},"
              + "{\"name\":\"SELECT\"}]},"
              + "{\"@type\":\"function_names\",\"functions\":[{\"name\":\"ANOMALY\","
              + "\"type\":\"SCALAR\"}]}]");
      ServerNames names = new ServerNames(server::client, Clock.systemUTC());
      SqlCompleter completer = new SqlCompleter(List.of("RUN SCRIPT"), names);

      assertThat(offered(completer, "a"))
          .contains("anomaly", "t", "`mixed`", "`SELECT`", "script", "create");
      assertThat(offered(completer, "A")).contains("ANOMALY", "T", "`mixed`", "SCRIPT", "CREATE");
      assertThat(server.requests()).hasSize(1);
      names.forget();
      assertThat(offered(completer, "")).contains("ANOMALY");
      assertThat(server.requests()).hasSize(2);

      server.goAway();
      names.forget();
      assertThat(offered(completer, "")).contains("CREATE").doesNotContain("ANOMALY");
    }
  }

  private List<String> offered(SqlCompleter completer, String word) {
    List<Candidate> candidates = new ArrayList<>();
    completer.complete(null, parser.parse(word, word.length(), ParseContext.COMPLETE), candidates);
    return candidates.stream().map(Candidate::value).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "select 1;, SELECT",
    "print 't';, PRINT",
    "SET 'a'='b';, SESSION",
    "undefine x;, SESSION",
    "show  variables ;, SESSION",
    "show streams;, OTHER",
    "selection;, OTHER",
    "INSERT INTO a SELECT * FROM b;, OTHER",
    "(;, OTHER",
  })
  void knowsWhoHasToDoWithAStatement(String statement, StatementKind kind) {
    assertThat(StatementKind.of(statement)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8088, http://localhost:8088",
    "https://example.com/ksql, https://example.com/ksql",
    "http://127.0.0.1:8088/, http://127.0.0.1:8088/",
  })
  void readsAddresses(String text, String uri) {
    assertThat(ServerAddress.parse(text)).hasToString(uri);
  }
}
