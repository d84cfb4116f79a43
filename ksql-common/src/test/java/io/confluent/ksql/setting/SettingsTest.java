package io.confluent.ksql.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Setting<Duration> TIMEOUT =
      Setting.duration("t.ms").defaultsTo(Duration.ofSeconds(1)).atLeast(Duration.ZERO);
  private static final Setting<List<String>> NAMES = Setting.list("names").formerly("old.names");

  @Test
  void lastGivenWins() {
    Settings settings = Settings.of(Map.of("t.ms", "5")).with("t.ms", "7");

    assertThat(settings.get(TIMEOUT)).isEqualTo(Duration.ofMillis(7));
    assertThat(Settings.defaults().get(TIMEOUT)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void readsFormerNames() {
    assertThat(Settings.of(Map.of("old.names", "a, b,")).get(NAMES)).containsExactly("a", "b");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> Settings.of(Map.of("t.ms", "soon")).get(TIMEOUT))
        .hasMessageContaining("t.ms")
        .hasMessageContaining("soon");
    assertThatThrownBy(() -> Settings.of(Map.of("t.ms", "-1")).get(TIMEOUT))
        .hasMessageContaining("t.ms");
  }

  @Test
  void doesNotShowSecrets() {
    Setting<Long> secret = Setting.number("pin").secret();

    assertThatThrownBy(() -> secret.parse("hunter2")).hasMessageNotContaining("hunter2");
  }

  @Test
  void findsNamesByPrefix() {
    assertThat(Settings.of(Map.of("a.b", "1", "c", "2")).givenWithPrefix("a."))
        .containsExactly(Map.entry("b", "1"));
  }
}
