package io.confluent.ksql.serde.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.row.RawText;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.FormatContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainObjectReaderTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("T", SqlTypes.STRING),
          new Column("I", SqlTypes.INTEGER),
          new Column("L", SqlTypes.BIGINT),
          new Column("D", SqlTypes.DOUBLE),
          new Column("B", SqlTypes.BOOLEAN),
          new Column("unused", SqlTypes.array(SqlTypes.STRING)));
  private static final FormatContext CONTEXT =
      FormatContext.of("t", Schema.Side.VALUE).withNeeded(ColumnMask.of(0, 1, 2, 3, 4));

  private static Object[] plain(String json, FormatContext context) {
    return PlainObjectReader.of(COLUMNS, context)
        .orElseThrow()
        .read(json.getBytes(StandardCharsets.UTF_8), 0);
  }

  private static Object[] parsed(String json) {
    return JsonDecoder.ofObject(MemberReader.ofColumns(COLUMNS, CONTEXT.needed()))
        .decode(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " { } ",
        "{\"T\":\"a text that is longer than a word\",\"I\":-1,\"L\":12,\"D\":1.25,\"B\":true}",
        "{\"t\":\"\",\"i\":0,\"l\":999999999999999999,\"d\":-0.0,\"b\":false,\"other\":1.5}",
        "{ \"T\" : null , \"I\":4294967297,\"D\": 3 ,\n\"L\":-0,\"x\":\"y\",\"B\":null}",
        "{\"D\":0.30000000000000004}",
        "{\"D\":123456789.123456789} and more"
      })
  void readsPlainObjectsAsTheParserDoes(String json) {
    assertThat(plain(json, CONTEXT)).isNotSameAs(PlainObjectReader.NOT_PLAIN);
    assertThat(plain(json, CONTEXT)).isEqualTo(parsed(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1]",
        "{\"T\":\"a\\nb\"}",
        "{\"T\":\"\u00e9\"}",
        "{\"T\":\"a\tb\"}",
        "{\"T\":1}",
        "{\"I\":\"1\"}",
        "{\"I\":1.5}",
        "{\"I\":01}",
        "{\"I\":1e3}",
        "{\"D\":1.}",
        "{\"D\":.5}",
        "{\"D\":+5}",
        "{\"B\":tru}",
        "{\"B\":truex}",
        "{\"L\":9999999999999999999}",
        "{\"T\":\"a\",}",
        "{\"T\":\"a\" \"I\":1}",
        "{\"T\":\"a\"",
        "{\"unused\":[1,2]}",
        "{\"T\":\"a\",\"t\":\"b\"}",
        "{\"T\":\"a\",\"T\":\"b\"}",
        "{T:1}"
      })
  void leavesAllElseToTheParser(String json) {
    assertThat(plain(json, CONTEXT)).isSameAs(PlainObjectReader.NOT_PLAIN);
  }

  @Test
  void neverReadsWhatTheParserReadsOtherwise() {
    String[] seeds = {
      "{\"T\":\"some text\",\"I\":17,\"L\":-99,\"D\":12.5,\"B\":true,\"unused\":null}",
      "{\"l\":5,\"T\" : \"x\", \"u\":\"zzzzzzzzzzzzzzz\",\"d\":0.001,\"i\":0}"
    };
    String letters = "{}[]\",:.-+eE019 \\\n\u0001tfnaTI\u00e9";
    Random random = new Random(7);
    PlainObjectReader reader = PlainObjectReader.of(COLUMNS, CONTEXT).orElseThrow();
    int plain = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder json = new StringBuilder(seeds[random.nextInt(seeds.length)]);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(json.length());
        char letter = letters.charAt(random.nextInt(letters.length()));
        switch (random.nextInt(3)) {
          case 0 -> json.setCharAt(at, letter);
          case 1 -> json.insert(at, letter);
          default -> json.deleteCharAt(at);
        }
      }
      Object[] read = reader.read(json.toString().getBytes(StandardCharsets.UTF_8), 0);
      if (read != PlainObjectReader.NOT_PLAIN) {
        plain++;
        assertThat(read).as(json.toString()).isEqualTo(parsed(json.toString()));
      }
    }
    assertThat(plain).isGreaterThan(10_000);
  }

  @Test
  void leavesTextsInTheRecordIfTheyMayBe() {
    Object[] row = plain("{\"T\":\"abc\"}", CONTEXT.withTexts(FormatContext.Texts.RAW));
    assertThat(row[0]).isInstanceOf(RawText.class).hasToString("abc");
    assertThat(((RawText) row[0]).lacks(JsonWriter.ESCAPED)).isTrue();
  }
}
