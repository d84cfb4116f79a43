package io.confluent.ksql.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.engine.log.KafkaProcessingLog.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaProcessingLogTest extends ProcessingLogContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(7), ZoneOffset.UTC);

  private final MockProducer<byte[], byte[]> producer = newProducer();
  private final KafkaProcessingLog log = new KafkaProcessingLog("plog", producer, CLOCK);

  private static MockProducer<byte[], byte[]> newProducer() {
    return new MockProducer<>(
        true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Override
  ProcessingLog log() {
    return log;
  }

  @Override
  List<String> arrived() {
    log.close();
    return entries().stream()
        .map(entry -> entry.at("/message/recordProcessingError/errorMessage").asText())
        .toList();
  }

  private List<JsonNode> entries() {
    return producer.history().stream().map(record -> read(record.value())).toList();
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void writesTheEntryThatTheStreamDeclares() throws IOException {
    log.write(error("It failed."));
    log.close();

    assertThat(entries())
        .containsExactly(
            JSON.readTree(
                """
                {"level":"ERROR","logger":"processing.CSAS_OUT_0.Project","time":7,
                 "message":{"type":1,"deserializationError":null,
                  "recordProcessingError":{"errorMessage":"It failed.","record":null,
                   "cause":["outer","inner"],"source":"input","partition":1,"offset":42},
                  "productionError":null,"serializationError":null,
                  "kafkaStreamsThreadError":null}}
                """));
    assertThat(producer.history().get(0).topic()).isEqualTo("plog");
  }

  @Test
  void writesAWarningOfARecordThatIsUsed() throws IOException {
    log.write(
        new ProcessingError(
            ProcessingError.Type.RECORD_WARNING,
            "Q",
            "Project",
            "Mind it.",
            List.of(),
            Optional.of(new RecordPlace("input", 0, 1)),
            Optional.empty(),
            Optional.empty()));
    log.close();

    JsonNode entry = read(producer.history().get(0).value());
    assertThat(entry.get("level").asText()).isEqualTo("WARN");
    assertThat(entry.at("/message/type").asInt()).isEqualTo(1);
    assertThat(entry.at("/message/recordProcessingError/errorMessage").asText())
        .isEqualTo("Mind it.");
    assertThat(entry.at("/message/recordProcessingError/offset").asInt()).isEqualTo(1);
  }

  @Test
  void writesUndecodableRecords() throws IOException {
    assertThat(undecodable(Payloads.LEFT_OUT)).isEqualTo("null");
    assertThat(undecodable(Payloads.INCLUDED)).isEqualTo("\"AQI=\"");
  }

  /** The payload as JSON. */
  private static String undecodable(Payloads payloads) throws IOException {
    MockProducer<byte[], byte[]> producer = newProducer();
    KafkaProcessingLog log = new KafkaProcessingLog("plog", producer, CLOCK, payloads);
    log.write(
        new ProcessingError(
            ProcessingError.Type.DESERIALIZATION,
            "Q",
            "KsqlTopic-Source",
            "Bad.",
            List.of(),
            Optional.of(new RecordPlace("input", 0, 1)),
            Optional.of("key"),
            Optional.of(new byte[] {1, 2})));
    log.close();

    JsonNode entry = read(producer.history().get(0).value());
    assertThat(entry.get("logger").asText())
        .isEqualTo("processing.Q.KsqlTopic.Source.deserializer");
    ObjectNode details = (ObjectNode) entry.at("/message/deserializationError");
    String payload = details.remove("recordB64").toString();
    assertThat(details)
        .isEqualTo(
            JSON.readTree(
                """
                {"errorMessage":"Bad.","target":"key","cause":[],"topic":"input"}
                """));
    return payload;
  }

  @Test
  void countsWhatComesAfterTheEnd() {
    log.close();
    log.write(error("late"));

    assertThat(log.dropped()).isEqualTo(1);
    assertThat(producer.history()).isEmpty();
  }
}
