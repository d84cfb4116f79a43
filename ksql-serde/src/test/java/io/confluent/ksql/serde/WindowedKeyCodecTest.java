package io.confluent.ksql.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.schema.WindowInfo;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowedKeyCodecTest {
  private static final WindowedKeyCodec TIME =
      WindowedKeyCodec.of(
          new WindowInfo(WindowInfo.Type.TUMBLING, Optional.of(Duration.ofMillis(10))));
  private static final WindowedKeyCodec SESSION =
      WindowedKeyCodec.of(new WindowInfo(WindowInfo.Type.SESSION, Optional.empty()));

  @Test
  void appendsTheStartOfATimeWindow() {
    byte[] bytes = TIME.encode(new byte[] {9}, 258, 268);

    assertThat(bytes).containsExactly(9, 0, 0, 0, 0, 0, 0, 1, 2);
    assertThat(TIME.key(bytes)).containsExactly(9);
    assertThat(TIME.start(bytes)).isEqualTo(258);
    assertThat(TIME.end(bytes)).isEqualTo(268);
  }

  @Test
  void appendsEndAndStartOfASession() {
    byte[] bytes = SESSION.encode(new byte[] {9}, 1, 2);

    assertThat(bytes).containsExactly(9, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1);
    assertThat(SESSION.key(bytes)).containsExactly(9);
    assertThat(SESSION.start(bytes)).isEqualTo(1);
    assertThat(SESSION.end(bytes)).isEqualTo(2);
  }

  @Test
  void endsNoLaterThanTimeDoes() {
    byte[] bytes = TIME.encode(new byte[0], Long.MAX_VALUE - 3, 0);

    assertThat(TIME.end(bytes)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refusesKeysWithoutRoomForAWindow() {
    assertThatThrownBy(() -> TIME.key(new byte[7])).isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> SESSION.start(new byte[15])).isInstanceOf(DecodeException.class);
    assertThat(TIME.key(null)).isNull();
    assertThat(TIME.encode(null, 1, 2)).isNull();
  }
}
