package io.confluent.ksql.serde.delimited;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.row.RawText;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.FormatContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Looking at eight bytes at a time finds what looking at each finds. */
class FieldScannerTest {
  /** "€" begins with the byte 0xE2, which "‚" and other characters begin with as well. */
  @Provide
  Arbitrary<String> delimiters() {
    return Arbitraries.of(",", ";", "#", "€", "\t", "1");
  }

  /** Fields without a delimiter in them, of which some are longer than a few words. */
  @Provide
  Arbitrary<List<String>> fields() {
    Arbitrary<String> letters =
        Arbitraries.strings().withChars("abyz ä‚\"!\\\u007f\u0000").ofMaxLength(40);
    Arbitrary<String> plain = Arbitraries.strings().withChars("abcxyz").ofMaxLength(40);
    return Combinators.combine(plain, letters)
        .as((first, rest) -> first + rest)
        .filter(field -> !field.startsWith("\""))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 3000)
  void findsFieldsAndWhatIsInThem(
      @ForAll("fields") List<String> fields,
      @ForAll("delimiters") String delimiter,
      @ForAll("ends") String end) {
    String text = "x" + String.join(delimiter, fields) + end;
    List<String> expected = new ArrayList<>(fields);
    expected.set(0, "x" + fields.get(0));
    FieldScanner scanner = new FieldScanner(Delimiter.of(delimiter.replace("\t", "TAB")));
    byte[] bytes = text.getBytes(UTF_8);
    scanner.open(bytes);

    for (String field : expected) {
      assertThat(scanner.next()).isTrue();
      assertThat(new String(bytes, scanner.start(), scanner.end() - scanner.start(), UTF_8))
          .isEqualTo(field);
      assertThat(scanner.isAscii()).isEqualTo(field.chars().allMatch(c -> c < 128));
      Delimiter of = Delimiter.of(delimiter.replace("\t", "TAB"));
      if (field.contains("\"")) {
        assertThat(scanner.lacks().containsAll(of.special())).isFalse();
      }
    }
    assertThat(scanner.next()).isFalse();
  }

  @Provide
  Arbitrary<String> ends() {
    return Arbitraries.of("", "\n", "\r\n", "\nnext,record", "\r,");
  }

  /** With characters that have to be quoted. */
  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> special = Arbitraries.strings().withChars("ab,;#€1\n\r\"ä").ofMaxLength(20);
    return Combinators.combine(fields(), special.list().ofSize(6))
        .as(
            (plain, more) ->
                IntStream.range(0, plain.size())
                    .mapToObj(i -> i % 2 == 0 ? plain.get(i) : more.get(i))
                    .toList());
  }

  @Property(tries = 3000)
  void textsInTheirRecordsAreWrittenLikeStrings(
      @ForAll("texts") List<String> fields,
      @ForAll("delimiters") String delimiter,
      @ForAll("delimiters") String other) {
    List<Column> columns =
        IntStream.range(0, fields.size())
            .mapToObj(i -> new Column("C" + i, SqlTypes.STRING))
            .toList();
    byte[] record =
        encoded(columns, delimiter, fields.stream().map(f -> f.isEmpty() ? null : f).toArray());
    Object[] strings = decoded(columns, delimiter, FormatContext.Texts.STRINGS, record);
    Object[] texts = decoded(columns, delimiter, FormatContext.Texts.RAW, record);

    assertThat(IntStream.range(0, texts.length).mapToObj(i -> RawText.string(texts[i])))
        .containsExactly(strings);
    assertThat(encoded(columns, other, texts)).isEqualTo(encoded(columns, other, strings));
  }

  private static Object[] decoded(
      List<Column> columns, String delimiter, FormatContext.Texts texts, byte[] record) {
    return new DelimitedFormat()
        .decoder(columns, context(delimiter).withTexts(texts))
        .decode(record);
  }

  private static byte[] encoded(List<Column> columns, String delimiter, Object[] row) {
    return new DelimitedFormat().encoder(columns, context(delimiter)).encode(row);
  }

  private static FormatContext context(String delimiter) {
    return FormatContext.of("t", Schema.Side.VALUE)
        .withOptions(Map.of("DELIMITER", delimiter.replace("\t", "TAB")));
  }
}
