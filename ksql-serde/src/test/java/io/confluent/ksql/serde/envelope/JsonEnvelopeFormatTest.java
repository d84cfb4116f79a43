package io.confluent.ksql.serde.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.FormatContract;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEnvelopeFormatTest extends FormatContract {
  private static final FormatContext KEY = FormatContext.of(TOPIC, Schema.Side.KEY);

  @Override
  protected Format format() {
    return new JsonEnvelopeFormat();
  }

  @Override
  protected Set<SqlBaseType> kinds() {
    return EnumSet.allOf(SqlBaseType.class);
  }

  private static Object[] readKey(SqlType type, String json) {
    return new JsonEnvelopeFormat()
        .decoder(List.of(new Column("K", type)), KEY)
        .decode(json.getBytes(UTF_8));
  }

  @Test
  void unwrapsTheKeyOfTheArticle() {
    String key =
        "{\"schema\":{\"type\":\"string\",\"optional\":false},\"payload\":\"electric-temperature\"}";
    assertThat(readKey(SqlTypes.STRING, key)).containsExactly("electric-temperature");
    assertThat(Envelope.isLikely(key)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "STRING, '{\"payload\": \"a}\\\"b\" , \"schema\" : null}', a}\"b",
    "STRING, '{\"schema\":{\"x\":[{\"payload\":1}]},\"payload\":\"é\"}', é",
    "INTEGER, '{\"schema\":{},\"payload\":-12}', -12",
    "DOUBLE, '{\"schema\":{},\"payload\": 1.5e3 }', 1500.0",
    "BOOLEAN, '{\"schema\":{},\"payload\":true}', true"
  })
  void readsAPayloadWhereverItStands(String type, String json, String expected) {
    SqlType sqlType =
        switch (type) {
          case "STRING" -> SqlTypes.STRING;
          case "INTEGER" -> SqlTypes.INTEGER;
          case "DOUBLE" -> SqlTypes.DOUBLE;
          default -> SqlTypes.BOOLEAN;
        };
    assertThat(readKey(sqlType, json)[0]).hasToString(expected);
  }

  @Test
  void readsNoRowFromAPayloadThatIsNull() {
    assertThat(readKey(SqlTypes.STRING, "{\"schema\":null,\"payload\":null}")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"electric-temperature\"",
        "{}",
        "{\"payload\":1}",
        "{\"schema\":{}}",
        "{\"schema\":{},\"payload\":1,\"more\":2}",
        "{\"schema\":{},\"payload\":1,\"payload\":2}",
        "{\"schema\":{},\"payload\":1}{}",
        "{\"schema\":{},\"payload\":",
        "[1]",
        ""
      })
  void refusesWhatIsNoEnvelope(String text) {
    assertThatThrownBy(() -> readKey(SqlTypes.STRING, text)).isInstanceOf(DecodeException.class);
  }

  @Test
  void writesTheSchemaThatConnectReads() {
    assertThat(written(KEY, List.of(new Column("K", SqlTypes.STRING)), "a"))
        .isEqualTo("{\"schema\":{\"type\":\"string\",\"optional\":true},\"payload\":\"a\"}");
    List<Column> columns =
        List.of(
            new Column("ID", SqlTypes.BIGINT),
            new Column("PRICE", SqlDecimal.of(4, 2)),
            new Column("TAGS", SqlTypes.map(SqlTypes.STRING, SqlTypes.INTEGER)));
    assertThat(written(FormatContext.of(TOPIC, Schema.Side.VALUE), columns, 7L, null, null))
        .isEqualTo(
            "{\"schema\":{\"type\":\"struct\",\"optional\":true,\"fields\":["
                + "{\"type\":\"int64\",\"optional\":true,\"field\":\"ID\"},"
                + "{\"type\":\"bytes\",\"optional\":true,"
                + "\"name\":\"org.apache.kafka.connect.data.Decimal\",\"version\":1,"
                + "\"parameters\":{\"scale\":\"2\"},\"field\":\"PRICE\"},"
                + "{\"type\":\"map\",\"optional\":true,"
                + "\"keys\":{\"type\":\"string\",\"optional\":true},"
                + "\"values\":{\"type\":\"int32\",\"optional\":true},\"field\":\"TAGS\"}]},"
                + "\"payload\":{\"ID\":7,\"PRICE\":null,\"TAGS\":null}}");
  }

  private static String written(FormatContext context, List<Column> columns, Object... row) {
    return new String(new JsonEnvelopeFormat().encoder(columns, context).encode(row), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "electric", "{\"schema\":1}", "{\"payload\":1}", "{\"schema\": "})
  void knowsWhatDoesNotLookLikeOne(String text) {
    assertThat(Envelope.isLikely(text)).isFalse();
  }
}
