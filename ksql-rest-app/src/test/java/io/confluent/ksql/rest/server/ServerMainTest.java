package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServerMainTest {
  @Test
  void doesNotStartAWorkerOnAClusterOfOthers() {
    ServerMain.refuseWorker(Map.of());
    ServerMain.refuseWorker(Map.of("ksql.connect.embedded", "false"));
    DiagnosticException refused =
        catchThrowableOfType(
            DiagnosticException.class,
            () -> ServerMain.refuseWorker(Map.of("ksql.connect.embedded", "true")));
    assertThat(refused.diagnostic().code()).isEqualTo(ErrorCode.INVALID_SETTING);
    assertThat(refused.diagnostic().message()).contains("ksql.connect.embedded");
    assertThat(refused.diagnostic().hint().orElseThrow()).contains("ksql.connect.url");
  }
}
