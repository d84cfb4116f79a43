package io.confluent.ksql.engine.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContinuationTokenTest {
  @Test
  void isReadAsItWasWritten() {
    ContinuationToken token = new ContinuationToken("a.b-c_d", Map.of(0, 17L, 11, 0L));
    assertThat(ContinuationToken.of(token.text(), "a.b-c_d")).isEqualTo(token);
    ContinuationToken empty = new ContinuationToken("t", Map.of());
    assertThat(ContinuationToken.of(empty.text(), "t")).isEqualTo(empty);
  }

  @Test
  void isOfOneTopic() {
    String text = new ContinuationToken("t", Map.of(0, 1L)).text();
    assertThatThrownBy(() -> ContinuationToken.of(text, "other"))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("one of the topic t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1;t;0:1", "1;t;0:-1,", "1;t;x", "2;t;0:1,", "1;t;99999999999:1,", "1;t"})
  void isNothingElse(String plain) {
    String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ContinuationToken.of(text, "t"))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("no continuation token");
    assertThatThrownBy(() -> ContinuationToken.of("*" + plain, "t"))
        .isInstanceOf(DiagnosticException.class);
  }
}
