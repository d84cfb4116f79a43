package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.DiagnosticException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are long in one way; a parser that goes over them again and again would not end. */
class LongTextsTest {
  private static final int TIMES = 15_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "SELECT a;, a; FROM s",
        "SELECT a;, a; FROM s x y",
        "SELECT a;, size; FROM s",
        "SELECT a;, size; FROM s x y",
        "SELECT * FROM s WHERE a IN (1;, 1;~~",
        "SELECT CASE; WHEN a THEN b; FROM s",
        "SELECT ~~;'😀', ; 1 FROM s )",
        "SELECT ;\\;~~",
        "SELECT ;${;~~",
        "SELECT ;';~~",
        "~~;/*;~~",
        "SELECT ;- ;x",
        "SELECT ;a.;a",
        "SELECT ;99;~~",
        "SELECT 1.;99;~~",
        "CREATE STREAM s WITH (a=1;, b=2;~~"
      })
  void areReadOrRefusedSoon(String before, String repeated, String after) {
    String text = before + ' ' + repeated.repeat(TIMES) + ' ' + after;

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            assertThat(SqlParser.split(text, FinalSemicolon.OPTIONAL)).isNotEmpty();
            assertThat(SqlParser.parse(text)).isNotNull();
          } catch (DiagnosticException e) {
            assertThat(e.diagnostic().span().end()).isLessThanOrEqualTo(text.length());
          }
        });
  }
}
