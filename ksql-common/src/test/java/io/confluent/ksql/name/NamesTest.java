package io.confluent.ksql.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void findsTheNameThatWasMeant() {
    List<String> names = List.of("EVENTID", "SENSORINPUT", "mixedCase");

    assertThat(Names.nearest("EVENTDI", names)).contains("EVENTID");
    assertThat(Names.nearest("MIXEDCASE", names)).contains("mixedCase");
    assertThat(Names.nearest("TEMPERATURE", names)).isEmpty();
    assertThat(Names.nearest("X", List.of())).isEmpty();
  }

  @Test
  void quotesNamesSoThatTheyMeanThemselves() {
    assertThat(Names.quoted("a`b")).isEqualTo("`a``b`");
    assertThat(Names.isPlain("A_1")).isTrue();
    assertThat(Names.isPlain("a")).isFalse();
    assertThat(Names.isPlain("1A")).isFalse();
    assertThat(Names.isPlain("")).isFalse();
  }
}
