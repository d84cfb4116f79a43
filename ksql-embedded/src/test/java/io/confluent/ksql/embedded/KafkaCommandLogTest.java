package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.command.CommandLog;
import io.confluent.ksql.engine.command.CommandLogContract;
import io.confluent.ksql.engine.command.KafkaCommandLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KafkaCommandLogTest extends CommandLogContract {
  private final String service = TestBroker.newName("log-");
  private final Admin admin = Admin.create(TestBroker.clients());

  @AfterEach
  void closeAdmin() {
    admin.close();
  }

  @Override
  protected CommandLog open() {
    return KafkaCommandLog.open(TestBroker.clients(), service, (short) 1, admin);
  }

  @Test
  void outlivesTheNode() {
    try (CommandLog log = open()) {
      log.append(command("A"), 0);
    }
    try (CommandLog log = open()) {
      assertThat(readAll(log, 1)).hasSize(1);
      log.append(command("B"), 1);
      assertThat(readAll(log, 2)).hasSize(2);
    }
  }

  @Test
  void writesNothingToATopicOfAnotherProgram() {
    String topic = KafkaCommandLog.topicOf(service);
    Records.write(
        TestBroker.bootstrapServers(), topic, 1, List.of("{\"statement\":\"x\",\"version\":18}"));
    try (CommandLog log = open()) {
      assertThatThrownBy(log::readToEnd)
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.COMMAND_LOG_FOREIGN));
      assertThatThrownBy(() -> log.append(command("A"), 0)).isInstanceOf(DiagnosticException.class);
    }
    assertThat(Records.read(TestBroker.bootstrapServers(), topic, 1)).hasSize(1);
  }

  @Test
  void refusesATopicOfSeveralPartitions() throws ExecutionException, InterruptedException {
    admin
        .createTopics(
            List.of(
                new NewTopic(
                    KafkaCommandLog.topicOf(service), Optional.of(2), Optional.of((short) 1))))
        .all()
        .get();
    assertThatThrownBy(this::open)
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("2 partitions");
  }
}
