package io.confluent.ksql.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.setting.Settings;
import io.confluent.ksql.util.KsqlException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class QueryLifeTest {
  @Test
  void tellsWhoseFaultAnErrorIs() {
    assertThat(ErrorClass.of(new MissingSourceTopicException("gone"))).isEqualTo(ErrorClass.USER);
    assertThat(ErrorClass.of(new StreamsException(new TopicAuthorizationException("t"))))
        .isEqualTo(ErrorClass.USER);
    assertThat(ErrorClass.of(new StreamsException(new KsqlException("no such function"))))
        .isEqualTo(ErrorClass.USER);
    assertThat(ErrorClass.of(new StreamsException(new TimeoutException("broker"))))
        .isEqualTo(ErrorClass.SYSTEM);
    assertThat(ErrorClass.of(new StreamsException(new IllegalStateException())))
        .isEqualTo(ErrorClass.UNKNOWN);
  }

  @Test
  void waitsLongerWithEveryErrorUpToAnEnd() {
    Backoff backoff = new Backoff(Duration.ofMillis(10), Duration.ofMillis(35));
    assertThat(backoff.afterErrorAt(0)).isEqualTo(Duration.ofMillis(10));
    assertThat(backoff.afterErrorAt(20)).isEqualTo(Duration.ofMillis(20));
    assertThat(backoff.afterErrorAt(40)).isEqualTo(Duration.ofMillis(35));
    assertThat(backoff.afterErrorAt(80)).isEqualTo(Duration.ofMillis(35));
    assertThat(backoff.afterErrorAt(1000)).isEqualTo(Duration.ofMillis(10));
    assertThat(backoff.afterErrorAt(1010)).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void remembersTheLastErrors() {
    QueryErrors errors = new QueryErrors(2);
    for (int i = 0; i < 3; i++) {
      errors.add(new QueryStatus.Failure(i, "m" + i, "USER"));
    }
    assertThat(errors.list()).extracting(QueryStatus.Failure::message).containsExactly("m1", "m2");
  }

  @Test
  void passesKafkasSettingsOnAndNoOthers() {
    Settings settings =
        Settings.of(
            Map.of(
                "num.stream.threads", "3",
                "producer.acks", "all",
                "security.protocol", "SSL",
                "cache.max.bytes.buffering", "0",
                "listeners", "http://127.0.0.1:1",
                "ksql.service.id", "s"));

    Map<String, Object> properties = StreamsProperties.of(settings, "app");

    assertThat(properties)
        .containsEntry("application.id", "app")
        .containsEntry("num.stream.threads", "3")
        .containsEntry("producer.acks", "all")
        .containsEntry("security.protocol", "SSL")
        .containsEntry("statestore.cache.max.bytes", "0")
        .containsEntry("commit.interval.ms", "2000")
        .containsEntry("auto.offset.reset", "latest")
        .containsEntry("rocksdb.config.setter", SharedRocksDbMemory.class.getName())
        .doesNotContainKeys("listeners", "ksql.service.id", "cache.max.bytes.buffering");
  }
}
