package io.confluent.ksql.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.connect.record.Advice;
import io.confluent.ksql.connect.search.SearchSinkConnector;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;

final class AdviceTest {
  @Test
  void saysWhatToUseInsteadOfWhatHasNoEffect() {
    assertThat(Advice.of(Map.of("type.name", "type.name=kafkaconnect")))
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).contains("type.name", "no type", "remove"),
            text -> assertThat(text).contains("written twice"));
    assertThat(Advice.of(Map.of("confluent.license", "")))
        .singleElement()
        .asString()
        .contains("no licence");
    assertThat(Advice.of(Map.of("elastic.https.ssl.truststore.location", "x")))
        .singleElement()
        .asString()
        .contains("javax.net.ssl.trustStore");
    assertThat(Advice.of(Map.of("write.method", "UPSERT"))).hasSize(1);
    assertThat(Advice.of(Map.of("key.ignore", "true"))).isEmpty();
  }

  @Test
  void workersFindThePluginsByOurNamesAndByExistingOnes() {
    assertThat(ServiceLoader.load(SinkConnector.class))
        .extracting(plugin -> plugin.getClass().getName())
        .contains(
            "io.confluent.ksql.connect.search.SearchSinkConnector",
            "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector",
            "io.confluent.connect.mqtt.MqttSinkConnector");
    assertThat(ServiceLoader.load(SourceConnector.class))
        .extracting(plugin -> plugin.getClass().getName())
        .contains("io.confluent.connect.mqtt.MqttSourceConnector");
  }

  @Test
  void workersRefuseAtOnceWhatCannotStart() {
    assertThat(new SearchSinkConnector().validate(Map.of("topic.index.map", "a")).configValues())
        .flatExtracting(ConfigValue::errorMessages)
        .singleElement()
        .asString()
        .contains("topic.index.map", "topic:index");
  }
}
