package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.parser.ast.ColumnReference;
import org.junit.jupiter.api.Test;

class KeywordsTest {
  @Test
  void listsTheWordsInOrder() {
    assertThat(Keywords.all())
        .isSorted()
        .contains("SELECT", "EMIT", "ZONE")
        .doesNotContain("=", "IDENTIFIER");
  }

  @Test
  void reservedWordsAreThoseThatCannotBeColumns() {
    for (String word : Keywords.all()) {
      boolean column;
      try {
        column = SqlParser.parseExpression(word) instanceof ColumnReference;
      } catch (DiagnosticException e) {
        column = false;
      }
      assertThat(Keywords.isReserved(word)).as(word).isEqualTo(!column);
    }
    assertThat(Keywords.isReserved("from")).isTrue();
    assertThat(Keywords.isReserved("value")).isFalse();
  }
}
