package io.confluent.ksql.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.function.KsqlFunctionException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberListParserTest {
  private static final String NUMBER = "[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";
  private static final String BLANKS = "[ \t\r\n]*";
  private static final String SEPARATOR = "(?:" + BLANKS + "[#,;]" + BLANKS + "|[ \t\r\n]+)";
  private static final Pattern PLAIN =
      Pattern.compile(
          BLANKS + "(?:" + NUMBER + "(?:" + SEPARATOR + NUMBER + ")*" + SEPARATOR + "?)?");
  private static final Pattern BRACKETED =
      Pattern.compile(
          "%s\\[%s(?:%s(?:%s,%s%s)*)?%s\\]%s"
              .formatted(BLANKS, BLANKS, NUMBER, BLANKS, BLANKS, NUMBER, BLANKS, BLANKS));

  private static double[] parse(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    double[] into = new double[utf8.length + 1];
    return Arrays.copyOf(into, new NumberListParser().parse(utf8, 0, utf8.length, into));
  }

  /** The same language said a second way, slow and short; empty if the text is not in it. */
  private static Optional<double[]> reference(String text) {
    if (!PLAIN.matcher(text).matches() && !BRACKETED.matcher(text).matches()) {
      return Optional.empty();
    }
    Matcher numbers = Pattern.compile(NUMBER).matcher(text);
    double[] all = numbers.results().mapToDouble(n -> Double.parseDouble(n.group())).toArray();
    boolean finite = Arrays.stream(all).allMatch(Double::isFinite);
    return finite ? Optional.of(all) : Optional.empty();
  }

  private static void assertLikeReference(String text) {
    Optional<double[]> expected = reference(text);
    if (expected.isPresent()) {
      assertThat(bits(parse(text))).as(text).isEqualTo(bits(expected.get()));
    } else {
      assertThatThrownBy(() -> parse(text)).as(text).isInstanceOf(KsqlFunctionException.class);
    }
  }

  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void readsEveryNumberOfTwoDecimalsExactly() {
    for (int i = 0; i < 1000; i++) {
      String number = i / 100 + "." + i / 10 % 10 + i % 10;
      double expected = Double.parseDouble(number);
      for (String shape : new String[] {"%s#9.99#9.99", " %s#9.99#9.99", "%s, 9.99;9.99"}) {
        assertThat(parse(shape.formatted(number))).containsExactly(expected, 9.99, 9.99);
      }
      assertThat(parse(number)).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1#2.5#3",
        "1# 2.5 #3",
        "1,2.5,3",
        "1;2.5;3",
        "1 2.5 3",
        "  1\t2.5\r\n3  ",
        "1#2.5,3",
        "1 ; 2.5, 3#",
        "[1,2.5,3]",
        " [ 1 , 2.5,\n3 ] ",
        "+1#25e-1#.3e1",
        "1.#02.50#3.0E0",
        "1#2.5#3 ",
        "1#2.5#3 #          "
      })
  void readsThreeNumbers(String text) {
    assertThat(parse(text)).containsExactly(1, 2.5, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "[]", " [ ] "})
  void readsNoNumbers(String text) {
    assertThat(parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1#x#3         | 'x' at position 3 is not a number",
        "1#2##3        | '#' at position 5 is not a number",
        "#1            | '#' at position 1 is not a number",
        "1.00#2.00#3.00#x.00#5.00 | 'x.00' at position 16 is not a number",
        "1#NaN         | 'NaN' at position 3 is not a number",
        "1#-Infinity   | '-Infinity' at position 3 is not a number",
        "1#0x10        | '0x10' at position 3 is not a number",
        "1#2d          | '2d' at position 3 is not a number",
        "1#2e          | '2e' at position 3 is not a number",
        "1#1-2         | '1-2' at position 3 is not a number",
        "1#1.2.3       | '1.2.3' at position 3 is not a number",
        "1#.           | '.' at position 3 is not a number",
        "1#-           | '-' at position 3 is not a number",
        "1#\"2\"       | '\"2\"' at position 3 is not a number",
        "1#1e999       | '1e999' at position 3 is too large",
        "1#２          | '２' at position 3 is not a number",
        "1#2]          | ']' at position 4 is not a number",
        "[1,2          | the list ends without its bracket ]",
        "[             | a number is missing at the end",
        "[1,           | a number is missing at the end",
        "[1,]          | ']' at position 4 is not a number",
        "[1#2]         | ',' or ']' is missing at position 3",
        "[1 2]         | ',' or ']' is missing at position 4",
        "[1,null]      | 'null' at position 4 is not a number",
        "[[1],2]       | '[1' at position 2 is not a number",
        "[1,2] 3       | '3' at position 7 is behind the list",
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(KsqlFunctionException.class)
        .hasMessage(message);
  }

  @Test
  void agreesWithTheReferenceWhateverOneCharacterIs() {
    for (int place = 0; place < 5; place++) {
      for (char c = 0; c < 256; c++) {
        StringBuilder text = new StringBuilder("1.23#4.56#7.89");
        text.setCharAt(place, c);
        assertLikeReference(text.toString());
        assertLikeReference(" " + text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0000000000000000000001",
        "0.00000000000000000000001",
        "0.000000000000000000000000000012",
        "999999999999999",
        "9999999999999999",
        "9007199254740993",
        "0.100000000000000055511151231257",
        "179769313486231570000000000000000000000000e267",
        "4.9e-324",
        "2e-324",
        "-0",
        "-0.00",
        "-0e5"
      })
  void readsNumbersAtTheLimitsLikeTheJdk(String number) {
    assertLikeReference(number);
    assertLikeReference("1.23#" + number + "#4.56");
  }

  @Test
  void treatsOtherBlanksThanThoseOfAsciiAsText() {
    assertThatThrownBy(() -> parse("1#\u00a02")).hasMessageContaining("position 3");
  }

  @Test
  void showsOnlyTheStartOfLongAndUnprintableText() {
    assertThatThrownBy(() -> parse("x".repeat(5000)))
        .hasMessage("'" + "x".repeat(20) + "...' at position 1 is not a number");
    assertThatThrownBy(() -> parse("a\u001b\u0000b"))
        .hasMessage("'a??b' at position 1 is not a number");
  }

  @Test
  void countsNumbersItHasNoRoomFor() {
    byte[] text = "1#2#3#4".getBytes(StandardCharsets.UTF_8);
    double[] into = new double[2];
    assertThat(new NumberListParser().parse(text, 0, text.length, into)).isEqualTo(4);
    assertThat(into).containsExactly(1, 2);
  }

  @Test
  void readsNothingOutsideItsPart() {
    byte[] text = "7.77#1.11#2.22#9.99#".getBytes(StandardCharsets.UTF_8);
    double[] into = new double[4];
    assertThat(new NumberListParser().parse(text, 5, 14, into)).isEqualTo(2);
    assertThat(into).containsExactly(1.11, 2.22, 0, 0);
  }

  @Property
  void readsWhatDoublesPrint(@ForAll double number) {
    assertLikeReference(number + "#" + -number + "," + (float) number + " 1");
  }

  @Property(tries = 5000)
  void readsEveryDecimalLikeTheJdk(@ForAll("decimals") String number) {
    assertLikeReference(number);
    assertLikeReference(number + "#" + number);
    assertLikeReference("[" + number + "]");
  }

  @Property(tries = 5000)
  void agreesWithTheReferenceOnAnyText(@ForAll("nearLists") String text) {
    assertLikeReference(text);
  }

  @Provide
  Arbitrary<String> decimals() {
    Arbitrary<String> sign = Arbitraries.of("", "-", "+");
    Arbitrary<String> whole = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
    Arbitrary<String> fraction =
        Arbitraries.oneOf(
            Arbitraries.of("", ".", ".0", ".00"),
            Arbitraries.strings().numeric().ofMaxLength(30).map(digits -> "." + digits));
    Arbitrary<String> exponent =
        Arbitraries.oneOf(
            Arbitraries.just(""), Arbitraries.integers().between(-350, 320).map(e -> "e" + e));
    return Combinators.combine(sign, whole, fraction, exponent).as((s, w, f, e) -> s + w + f + e);
  }

  @Provide
  Arbitrary<String> nearLists() {
    return Arbitraries.of(
            "1",
            "2.5",
            "9.99",
            "0.00#",
            "4.20# ",
            "-",
            "+",
            ".",
            "e",
            "E5",
            "#",
            ",",
            ";",
            " ",
            "  ",
            "\t",
            "\n",
            "[",
            "]",
            "x",
            "é",
            "NaN",
            "12345678901234567",
            "0")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
