package io.confluent.ksql.mqtt.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRoutesTest {
  @Test
  void firstExpressionThatFitsTheWholeTopicDecides() {
    TopicRoutes routes = TopicRoutes.of("temperature:.*temperature, rest:car/.*");

    assertThat(routes.route("car/engine/temperature").orElseThrow().kafkaTopic())
        .isEqualTo("temperature");
    assertThat(routes.route("car/engine/temperature/x").orElseThrow().kafkaTopic())
        .isEqualTo("rest");
    assertThat(routes.route("bike/speed")).isEmpty();
    assertThat(routes.kafkaTopics()).containsExactly("temperature", "rest");
  }

  @Test
  void expressionsMayHoldCommasAndColons() {
    TopicRoutes routes = TopicRoutes.of("a:x{1,2}:y,b:z");

    assertThat(routes.leads("xx:y", "a")).isTrue();
    assertThat(routes.leads("z", "b")).isTrue();
    assertThat(routes.leads("z", "a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "temperature", ":x", "a b:x", "t:("})
  void saysWhatCannotBeRead(String text) {
    assertThatThrownBy(() -> TopicRoutes.of(text)).hasMessageContaining("route");
  }
}
