package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.DiagnosticRenderer;
import io.confluent.ksql.parser.format.StatementFormatter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Texts that nobody would write. How many is set by the system property {@code ksql.fuzz.count},
 * what they are by {@code ksql.fuzz.seed}.
 */
class FuzzTest {
  private static final int COUNT = Integer.getInteger("ksql.fuzz.count", 4000);
  private static final long SEED = Long.getLong("ksql.fuzz.seed", 20_260_101L);
  private static final List<String> PIECES =
      List.of(
          "'",
          "\"",
          "`",
          "(",
          ")",
          "[",
          "]",
          "<",
          ">",
          ",",
          ";",
          ".",
          "--",
          "/*",
          "*/",
          "->",
          "=>",
          ":=",
          "||",
          "-",
          "+",
          "*",
          "=",
          "${x}",
          "\\\n",
          "\n",
          "1",
          "1.5",
          "2E9",
          "99999999999999999999",
          "'x'",
          "x",
          "\u201c",
          "\u0000",
          "\uD83D\uDE00",
          "\uDE00",
          "\u00a0");

  private final Random random = new Random(SEED);

  @Test
  void anyBytesAreReadOrRefused() {
    for (int i = 0; i < COUNT; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      check(new String(bytes, StandardCharsets.ISO_8859_1));
      check(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void anyWordsAreReadOrRefused() {
    for (int i = 0; i < COUNT; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "SELECT a" : "");
      for (int words = random.nextInt(20); words > 0; words--) {
        text.append(' ').append(piece());
      }
      check(text.toString());
    }
  }

  @Test
  void brokenStatementsAreReadOrRefused() {
    RandomStatements statements = new RandomStatements(random);
    for (int i = 0; i < COUNT; i++) {
      StringBuilder text = new StringBuilder(StatementFormatter.format(statements.statement()));
      for (int changes = 1 + random.nextInt(3); changes > 0 && text.length() > 0; changes--) {
        change(text);
      }
      check(text.toString());
    }
  }

  private void change(StringBuilder text) {
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + random.nextInt(8));
    switch (random.nextInt(5)) {
      case 0 -> text.delete(at, to);
      case 1 -> text.insert(at, piece());
      case 2 -> text.replace(at, to, piece());
      case 3 -> text.insert(at, text.substring(at, to));
      default -> text.setLength(at);
    }
  }

  private String piece() {
    List<String> from = random.nextBoolean() ? PIECES : Keywords.all();
    return from.get(random.nextInt(from.size()));
  }

  private static void check(String text) {
    refusedOrRead(text, SqlParser::parse);
    refusedOrRead(text, SqlParser::parseExpression);
    refusedOrRead(text, SqlParser::parseType);
    refusedOrRead(text, SqlParser::split);
    refusedOrRead(text, t -> Variables.substitute(t, Map.of("x", "a b")));
    SqlParser.isComplete(text);
  }

  private static void refusedOrRead(String text, Consumer<String> reader) {
    try {
      reader.accept(text);
    } catch (DiagnosticException e) {
      Diagnostic diagnostic = e.diagnostic();
      assertThat(diagnostic.span().start()).as(text).isBetween(0, text.length());
      assertThat(diagnostic.span().end()).as(text).isLessThanOrEqualTo(text.length());
      assertThat(diagnostic.message()).isNotBlank();
      assertThat(DiagnosticRenderer.render(diagnostic, text)).contains(diagnostic.message());
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("on " + text, e);
    }
  }
}
