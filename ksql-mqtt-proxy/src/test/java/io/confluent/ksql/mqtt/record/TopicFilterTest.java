package io.confluent.ksql.mqtt.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {
  @ParameterizedTest
  @CsvSource({
    "a/b, a/b, true",
    "a/b, a/c, false",
    "a/+, a/b, true",
    "a/+, a, false",
    "a/+, a/b/c, false",
    "a/+, a/, true",
    "+/+, /finance, true",
    "/+, /finance, true",
    "+, /finance, false",
    "a/#, a, true",
    "a/#, a/b/c, true",
    "#, a/b, true",
    "#, $SYS/x, false",
    "+/x, $SYS/x, false",
    "$SYS/#, $SYS/x, true",
    "a/b/#, a, false",
  })
  void matchesLevelByLevel(String filter, String topic, boolean matches) {
    assertThat(TopicFilter.matches(filter, topic)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "a/#, a/b, true",
    "a/#, a, true",
    "a/#, #, false",
    "a/+, a/#, false",
    "a/+, a/+, true",
    "a/+, a/b, true",
    "a/b, a/+, false",
    "#, a/+/#, true",
    "+/b, a/b, true",
    "a, a/b, false",
    "a/b, a, false",
  })
  void coversWhatFitsOnlyIntoIt(String filter, String asked, boolean covers) {
    assertThat(TopicFilter.covers(filter, asked)).isEqualTo(covers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a#", "#/a", "a+/b", "a/b+", "a\0b", "\ud800"})
  void rejectsWhatIsNoFilter(String filter) {
    assertThat(TopicFilter.isFilter(filter)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/+", "#", "a\0b", "\ud800", "\udc00a"})
  void rejectsWhatIsNoTopic(String topic) {
    assertThat(TopicFilter.isTopic(topic)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/", "a//b", "é/\ud83d\ude00", "a b"})
  void acceptsTopics(String topic) {
    assertThat(TopicFilter.isTopic(topic)).isTrue();
    assertThat(TopicFilter.isFilter(topic)).isTrue();
  }
}
