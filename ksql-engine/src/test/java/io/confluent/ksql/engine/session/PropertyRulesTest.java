package io.confluent.ksql.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.engine.EngineSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PropertyRulesTest {
  private final PropertyRules rules =
      new PropertyRules(EngineSettings.ALL, List.of("ksql.streams.linger.ms"));

  @ParameterizedTest
  @CsvSource({
    "auto.offset.reset, earliest, auto.offset.reset",
    "ksql.streams.auto.offset.reset, latest, auto.offset.reset",
    "commit.interval.ms, 2000, commit.interval.ms",
    "ksql.streams.consumer.max.poll.records, 5, consumer.max.poll.records",
    "producer.compression.type, snappy, producer.compression.type",
    "ksql.variable.substitution.enable, false, ksql.variable.substitution.enable"
  })
  void takesPropertiesOfSessionsAndOfKafka(String name, String value, String canonical) {
    assertThat(rules.set(Session.empty(), name, value).overrides())
        .isEqualTo(Map.of(canonical, value));
  }

  @ParameterizedTest
  @CsvSource({
    "bootstrap.servers, x:1",
    "ksql.streams.bootstrap.servers, x:1",
    "application.id, x",
    "ssl.truststore.location, x",
    "consumer.sasl.jaas.config, x",
    "ksql.service.id, x",
    "linger.ms, 1",
    "nothing.of.the.kind, x",
    "auto.offset.reset, none",
    "auto.offset.reset, sometimes",
    "commit.interval.ms, soon",
    "ksql.variable.substitution.enable, perhaps"
  })
  void refusesTheServersOnesUnknownOnesAndWrongValues(String name, String value) {
    assertThatThrownBy(() -> rules.set(Session.empty(), name, value))
        .isInstanceOf(DiagnosticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ksql.functions.collect_list.limit, 3",
    "ksql.functions._global_.key, x",
    "ksql.streams.__emit.interval.ms.kstreams.windowed.aggregation__, 0",
    "topic.segment.bytes, 1000000"
  })
  void takesNamesThatOnlyTheirReadersKnow(String name, String value) {
    assertThat(rules.set(Session.empty(), name, value).overrides())
        .containsEntry(PropertyRules.canonical(name), value);
  }

  @Test
  void letsThePrefixedNameWinInAFile() {
    assertThat(
            PropertyRules.canonical(
                Map.of("linger.ms", "1", "ksql.streams.linger.ms", "2", "ksql.service.id", "x")))
        .isEqualTo(Map.of("linger.ms", "2", "ksql.service.id", "x"));
  }

  @Test
  void takesNumbersAndBooleansOfARequest() {
    assertThat(
            rules
                .session(
                    Map.of("commit.interval.ms", 100, "ksql.variable.substitution.enable", true),
                    Map.of("v", "1"))
                .overrides())
        .isEqualTo(
            Map.of("commit.interval.ms", "100", "ksql.variable.substitution.enable", "true"));
  }
}
