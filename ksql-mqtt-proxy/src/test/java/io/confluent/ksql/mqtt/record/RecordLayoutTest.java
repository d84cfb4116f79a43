package io.confluent.ksql.mqtt.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordLayoutTest {
  private static final TopicRoutes ROUTES = TopicRoutes.of("t:car/(?<part>[^/]*)/(.*)");
  private static final Template TOPIC = Template.of("${topic}");

  @Test
  void topicIsTheKeyAndThePayloadTheValue() {
    byte[] payload = {0, -1, 10, 13};
    ProducerRecord<byte[], byte[]> record = record(plain(TOPIC), payload);

    assertThat(record.topic()).isEqualTo("t");
    assertThat(record.key()).asString(UTF_8).isEqualTo("car/engine/temperature");
    assertThat(record.value()).isEqualTo(payload);
    assertThat(headers(record)).containsExactly(Map.entry("unit", "C"));
  }

  @Test
  void topicIsAHeaderWhereTheKeyIsAnother() {
    ProducerRecord<byte[], byte[]> record = record(plain(Template.of("${client}")), new byte[0]);

    assertThat(record.key()).asString(UTF_8).isEqualTo("device 7");
    assertThat(headers(record)).containsEntry("mqtt.topic", "car/engine/temperature");
  }

  @Test
  void emptyKeyIsNone() {
    assertThat(record(plain(Template.of("")), new byte[0]).key()).isNull();
    assertThat(record(plain(Template.of("${topic.9}")), new byte[0]).key()).isNull();
  }

  @Test
  void templatesPutPartsTogether() {
    assertThat(
            rendered(
                "${topic.1}-${topic.2}-${group.part}-${group.2}-${group.9}-${group.none}-"
                    + "${client}-${user}-${qos}-${property.unit}-${property.none}$"))
        .isEqualTo("car-engine-engine-temperature---device 7-ann-1-C-$");
  }

  @Test
  void headersCome() {
    RecordLayout layout =
        new RecordLayout(TOPIC, Map.of("part", Template.of("${topic.2}")), Optional.empty());

    assertThat(headers(record(layout, new byte[0]))).containsEntry("part", "engine");
  }

  @Test
  void payloadStandsInJson() {
    assertThat(json(JsonWrapper.Form.TEXT, "2\"1"))
        .isEqualTo("{\"topic\":\"car/engine/temperature\",\"payload\":\"2\\\"1\"}");
    assertThat(json(JsonWrapper.Form.JSON, " {\"a\":[1,2.50]} "))
        .isEqualTo("{\"topic\":\"car/engine/temperature\",\"payload\":{\"a\":[1,2.50]}}");
    assertThat(json(JsonWrapper.Form.BASE64, "ab"))
        .isEqualTo("{\"topic\":\"car/engine/temperature\",\"payload\":\"YWI=\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1 2", "{\"a\":1", "1},{\"b\":2"})
  void refusesWhatWouldBreakTheJsonOpen(String payload) {
    assertThatThrownBy(() -> json(JsonWrapper.Form.JSON, payload))
        .isInstanceOf(NotJsonException.class);
  }

  @Test
  void saysWhichPartIsUnknown() {
    assertThatThrownBy(() -> Template.of("a${topc}")).hasMessageContaining("${topc}");
    assertThatThrownBy(() -> Template.of("${topic.0}")).hasMessageContaining("${topic.0}");
  }

  private static String rendered(String template) {
    return Template.of(template).render(publication(new byte[0]), routed().match());
  }

  private static String json(JsonWrapper.Form form, String payload) {
    Map<String, Template> fields = new LinkedHashMap<>();
    fields.put("topic", TOPIC);
    RecordLayout layout =
        new RecordLayout(TOPIC, Map.of(), Optional.of(new JsonWrapper(fields, "payload", form)));
    return new String(record(layout, payload.getBytes(UTF_8)).value(), UTF_8);
  }

  private static RecordLayout plain(Template key) {
    return new RecordLayout(key, Map.of(), Optional.empty());
  }

  private static ProducerRecord<byte[], byte[]> record(RecordLayout layout, byte[] payload) {
    return layout.record(publication(payload), routed());
  }

  private static TopicRoutes.Routed routed() {
    return ROUTES.route("car/engine/temperature").orElseThrow();
  }

  private static Publication publication(byte[] payload) {
    return new Publication(
        "car/engine/temperature",
        payload,
        1,
        "device 7",
        Optional.of("ann"),
        List.of(Map.entry("unit", "C".getBytes(UTF_8))));
  }

  private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }
}
