package io.confluent.ksql.tools.datagen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTextTest {
  @Property(tries = 300)
  void textsMatchTheirPattern(@ForAll("patterns") String pattern, @ForAll long seed) {
    Random random = new Random(seed);
    RegexText texts = RegexText.of(pattern);
    for (int i = 0; i < 5; i++) {
      assertThat(texts.next(random)).matches(Pattern.compile(pattern));
    }
  }

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> atoms =
        Arbitraries.of(
            "a",
            "7",
            " ",
            "#",
            "\\.",
            "\\#",
            "\\\\",
            ".",
            "\\d",
            "\\D",
            "\\w",
            "\\W",
            "\\s",
            "\\S",
            "\\t",
            "\\x41",
            "\\u00e9",
            "[a-c]",
            "[^a-z]",
            "[-x]",
            "[x-]",
            "[\\d.]",
            "[\\-\\]]",
            "[+-9]",
            "\u00fc",
            "[\u03b1-\u03c9]");
    Arbitrary<String> quantified =
        atoms.flatMap(
            atom ->
                Arbitraries.of("", "?", "*", "+", "{3}", "{0,2}", "{2,}", "+?", "{2}?")
                    .map(quantifier -> atom + quantifier));
    return Arbitraries.lazyOf(
        () -> quantified,
        () -> nested(quantified).map(parts -> "(" + String.join("|", parts) + "){1,2}"),
        () -> nested(quantified).map(parts -> "(?:" + String.join("", parts) + ")?"),
        () -> nested(quantified).map(parts -> "^" + String.join("", parts) + "$"));
  }

  private static Arbitrary<List<String>> nested(Arbitrary<String> parts) {
    return parts.list().ofMinSize(1).ofMaxSize(4);
  }

  @Test
  void everyChoiceComesUp() {
    Random random = new Random(3);
    RegexText texts = RegexText.of("a|bc?|[xy]");
    List<String> seen = Stream.generate(() -> texts.next(random)).limit(200).distinct().toList();
    assertThat(seen).containsExactlyInAnyOrder("a", "b", "bc", "x", "y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "(a without_its",
        "a) without_its",
        "[a without_its",
        "[^\\w\\W] printable",
        "*a nothing_to_repeat",
        "a** two_quantifiers",
        "a*+ two_quantifiers",
        "a{2 without_its",
        "a{,3} without_a_number",
        "a{3,2} below_the_first",
        "a{100001} above",
        "((a{1000}){1000}) more_than",
        "((){1000}){1000} more_than",
        "(?=a) (?",
        "a^b middle",
        "(a)\\1 nothing_can",
        "\\p{L} nothing_can",
        "[z-a] before_its_begin",
        "[a&&b] classes",
        "\\x4 hexadecimal",
        "a\\ unfinished",
      })
  void saysWhatIsWrong(String pattern, String reason) {
    assertThatThrownBy(() -> RegexText.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            reason.equals("nothing_can") ? "by which nothing can" : reason.replace('_', ' '));
  }

  @ParameterizedTest
  @ValueSource(ints = {51, 5000})
  void refusesGroupsThatAreTooDeep(int depth) {
    assertThatThrownBy(() -> RegexText.of("(".repeat(depth) + ")".repeat(depth)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in each other");
  }
}
