package io.confluent.ksql.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.tests.architecture.SourceTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/grammar.md}. */
final class GrammarPageTest {
  private static final Grammar GRAMMAR =
      Grammar.parse(
          SourceTree.text(
              SourceTree.ROOT.resolve(
                  "ksql-parser/src/main/antlr4/io/confluent/ksql/parser/syntax/KsqlGrammar.g4")));

  @Test
  void pageShowsEveryRule() {
    StringBuilder page = new StringBuilder("# Grammar\n\n").append(GeneratedPage.NOTE);
    page.append(
        """

        Words in capitals and signs in quotes stand for themselves; words are read in any case. `a?` may be left out,
        `a*` may stand any number of times, `a+` at least once, `a | b` is either, `~a` is anything else; `->` and
        `=>` are signs of the language only in quotes. What a statement must fulfil beyond its form is said by its error.
        """);
    for (Grammar.Section section : GRAMMAR.sections()) {
      page.append("\n## ").append(section.title()).append("\n\n```\n");
      page.append(String.join("\n\n", section.rules())).append("\n```\n");
    }
    page.append("\n## Words\n\nReserved; as a name they stand in backquotes:\n\n");
    page.append(String.join(", ", GRAMMAR.reservedWords())).append(".\n");
    page.append("\nNot reserved:\n\n");
    page.append(String.join(", ", GRAMMAR.otherWords())).append(".\n");
    GeneratedPage.holds("grammar.md", page.toString());
  }

  @Test
  void leavesOutWhatOnlyTheParserNeeds() {
    List<String> rules =
        Grammar.parse(
                """
                // ----
                // Statements
                drop: DROP what=(NAME | name=TEXT) ';'? EOF;
                equal
                    : NAME '=' value=TEXT    # one
                    // Not for people.
                    | drop                   # two
                    ;
                // ----
                // Words
                DROP: 'DROP';
                // ----
                // Literals and names
                NAME: [A-Z]+;
                TEXT: '"' ~'"'* '"';
                fragment DIGIT: [0-9];
                BLANK: ' ' -> channel(HIDDEN);
                OTHER: .;
                """)
            .sections()
            .stream()
            .flatMap(section -> section.rules().stream())
            .toList();
    assertThat(rules)
        .containsExactly(
            "drop: DROP (NAME | TEXT) ';'?",
            "equal\n    : NAME '=' TEXT\n    | drop",
            "NAME: [A-Z]+",
            "TEXT: '\"' ~'\"'* '\"'",
            "DIGIT: [0-9]",
            "BLANK: ' '");
  }
}
