package io.confluent.ksql.serde.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.WindowedKeyCodec;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.avro.AvroFormat;
import io.confluent.ksql.serde.protobuf.ProtobufFormat;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.RegistrySchema;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicPrinterTest {
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final TopicPrinter printer = new TopicPrinter(Optional.of(registry));
  private final RecordGuess keys = RecordGuess.ofKeys(Optional.of(registry));

  @Test
  void announcesTheFormatsAndThenTheRecord() {
    assertThat(printer.lines(1_670_001_722_556L, bigint(18), "{\"a\": 1.50}".getBytes(UTF_8), 0))
        .containsExactly(
            "Key format: KAFKA_BIGINT or KAFKA_DOUBLE or KAFKA_STRING",
            "Value format: JSON or KAFKA_STRING",
            "rowtime: 2022/12/02 17:22:02.556 Z, key: 18, value: {\"a\":1.50}, partition: 0");
  }

  @Test
  void showsThePayloadOfEnvelopesAsLongAsThereIsNothingElse() {
    byte[] key = "{\"schema\":{\"type\":\"string\"},\"payload\":\"electric\"}".getBytes(UTF_8);
    assertThat(printer.lines(0, key, "1".getBytes(UTF_8), 0))
        .containsExactly(
            "Key format: JSON_ENVELOPE or JSON or KAFKA_STRING",
            "  Envelopes of Kafka Connect, {\"schema\":..,\"payload\":..}: the payload is shown."
                + " KEY_FORMAT='JSON_ENVELOPE' reads it.",
            "Value format: JSON or KAFKA_STRING",
            "rowtime: 1970/01/01 00:00:00.000 Z, key: \"electric\", value: 1, partition: 0");
    assertThat(printer.lines(0, key, "1".getBytes(UTF_8), 0)).hasSize(1);
    assertThat(printer.lines(0, "{\"schema\":1}".getBytes(UTF_8), "1".getBytes(UTF_8), 0))
        .containsExactly(
            "Key format: JSON or KAFKA_STRING",
            "rowtime: 1970/01/01 00:00:00.000 Z, key: {\"schema\":1}, value: 1, partition: 0");
  }

  @Test
  void announcesAgainWhenTheGuessNarrows() {
    printer.lines(0, null, "{}".getBytes(UTF_8), 0);

    assertThat(printer.lines(0, null, "{} ".getBytes(UTF_8), 1)).hasSize(1);
    assertThat(printer.lines(0, null, "33333, 6.90#".getBytes(UTF_8), 1))
        .containsExactly(
            "Value format: KAFKA_STRING",
            "rowtime: 1970/01/01 00:00:00.000 Z, key: <null>, value: 33333, 6.90#, partition: 1");
  }

  @Test
  void nullsSayNothing() {
    assertThat(printer.lines(0, null, null, 3))
        .containsExactly(
            "Key format: ¯\\_(ツ)_/¯ - no data processed",
            "Value format: ¯\\_(ツ)_/¯ - no data processed",
            "rowtime: 1970/01/01 00:00:00.000 Z, key: <null>, value: <null>, partition: 3");
  }

  @Test
  void showsWindowsOfKeys() {
    WindowedKeyCodec tumbling =
        WindowedKeyCodec.of(
            new WindowInfo(WindowInfo.Type.TUMBLING, Optional.of(Duration.ofSeconds(1))));

    assertThat(keys.render(tumbling.encode("ab".getBytes(UTF_8), 1_600_000_000_000L, 0)))
        .isEqualTo("[ab@1600000000000/-]");
    assertThat(keys.formats()).isEqualTo("HOPPING(KAFKA_STRING) or TUMBLING(KAFKA_STRING)");
  }

  @Test
  void showsSessionsOfKeys() {
    WindowedKeyCodec session =
        WindowedKeyCodec.of(new WindowInfo(WindowInfo.Type.SESSION, Optional.empty()));

    assertThat(keys.render(session.encode(bigint(5), 1_600_000_000_000L, 1_600_000_000_255L)))
        .isEqualTo("[5@1600000000000/1600000000255]");
    assertThat(keys.formats()).startsWith("SESSION(KAFKA_BIGINT) or SESSION(KAFKA_DOUBLE)");
  }

  @Test
  void showsAvroAsJson() {
    FormatContext context = FormatContext.of("t", Side.VALUE).withRegistry(registry);
    byte[] bytes =
        new AvroFormat()
            .encoder(
                List.of(new Column("a", SqlTypes.INTEGER), new Column("B", SqlTypes.STRING)),
                context)
            .encode(new Object[] {1, "x"});

    assertThat(keys.render(bytes)).isEqualTo("{\"a\":1,\"B\":\"x\"}");
    assertThat(keys.formats()).startsWith("AVRO");
    assertThat(RecordGuess.ofValues(Optional.empty()).render(bytes)).doesNotContain("{");
  }

  @Test
  void showsProtobufAsJson() {
    FormatContext context = FormatContext.of("p", Side.VALUE).withRegistry(registry);
    byte[] bytes =
        new ProtobufFormat()
            .encoder(
                List.of(new Column("a", SqlTypes.INTEGER), new Column("B", SqlTypes.DATE)), context)
            .encode(new Object[] {1, new Date(0)});
    RecordGuess guess = RecordGuess.ofValues(Optional.of(registry));

    assertThat(guess.render(bytes)).isEqualTo("{\"a\":1,\"B\":0}");
    assertThat(guess.formats()).startsWith("PROTOBUF");
  }

  @Test
  void showsJsonBehindASchemaId() {
    int id =
        registry.register(
            "j", RegistrySchema.of(RegistrySchema.Type.JSON, "{\"type\":\"object\"}"));
    byte[] json = "{\"a\":1}".getBytes(UTF_8);
    byte[] bytes =
        ByteBuffer.allocate(WireFormat.PREFIX_LENGTH + json.length)
            .put(WireFormat.prefix(id))
            .put(json)
            .array();

    RecordGuess guess = RecordGuess.ofValues(Optional.of(registry));

    assertThat(guess.render(bytes)).isEqualTo("{\"a\":1}");
    assertThat(guess.formats()).isEqualTo("JSON_SR or KAFKA_STRING");
  }

  @Test
  void showsBytesThatAreNothingElse() {
    RecordGuess guess = RecordGuess.ofValues(Optional.empty());

    assertThat(guess.render(new byte[] {(byte) 0xFF, 0})).isEqualTo("0xff00");
    assertThat(guess.formats()).isEqualTo("UNRECOGNISED_BYTES");
  }

  @Test
  void keepsARecordOnOneLine() {
    RecordGuess guess = RecordGuess.ofValues(Optional.empty());

    assertThat(guess.render("a\nb\u001b[2J".getBytes(UTF_8))).isEqualTo("a\\u000ab\\u001b[2J");
  }

  private static byte[] bigint(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }
}
