package io.confluent.ksql.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandRecordTest {
  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{\"statement\":\"CREATE STREAM a;\",\"streamsProperties\":{},\"plan\":null,\"version\":18}",
        "{\"version\":1}"
      })
  void knowsWhatAnotherProgramWrote(String json) {
    assertThatThrownBy(() -> CommandRecord.read(7, bytes(json)))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> {
              assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.COMMAND_LOG_FOREIGN);
              assertThat(e.diagnostic().message()).contains("7");
              assertThat(e.diagnostic().hint())
                  .hasValueSatisfying(hint -> assertThat(hint).contains("ksql.service.id"));
            });
  }

  @Test
  void saysWhichCommandALaterReleaseWrote() {
    LoggedCommand command =
        CommandRecord.read(
            3, bytes("{\"version\":2,\"sql\":\"X\",\"commandId\":\"a/b/c\",\"new\":1}"));
    assertThat(command.command()).isEmpty();
    assertThat(command.problem()).contains("3").contains("version 2");
  }

  @Test
  void doesNotReadHalfACommand() {
    LoggedCommand command =
        CommandRecord.read(
            0,
            bytes(
                "{\"version\":1,\"sql\":\"X\",\"commandId\":\"a\",\"message\":\"\",\"duties\":[],"
                    + "\"changes\":[{\"change\":\"unknown:1\"}]}"));
    assertThat(command.command()).isEmpty();
    assertThat(command.problem()).isNotEmpty();
  }
}
