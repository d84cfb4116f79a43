package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.engine.command.CommandLog;
import io.confluent.ksql.engine.command.InMemoryCommandLog;
import io.confluent.ksql.engine.command.LoggedCommand;
import io.confluent.ksql.planner.command.Command;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers of one service, the second of which sees late what the first has done. */
final class SharedLogTest {
  private final CommandLog log = new InMemoryCommandLog();
  private final TestServer first = new TestServer(Map.of(), log);
  private final TestServer second = new TestServer(Map.of(), new LateLog(log));

  @AfterEach
  void close() {
    second.close();
    first.close();
  }

  @Test
  void understandsWhatAnotherServerHasJustMade() {
    first.ksql("CREATE TYPE a AS INT;");
    assertThat(second.ksql("CREATE TYPE b AS STRUCT<x a>;").toString()).contains("SUCCESS");
  }

  @Test
  void dropsWhatAnotherServerHasJustMade() {
    first.ksql("CREATE TYPE a AS INT;");
    assertThat(second.ksql("DROP TYPE IF EXISTS a;").toString()).contains("type/A/drop");
  }

  @Test
  void refusesWhatNoServerHasMade() {
    first.ksql("CREATE TYPE a AS INT;");
    assertThat(second.error("CREATE TYPE b AS STRUCT<x c>;").toString()).contains("C");
  }

  /** Commands can be read of it only a while after they were appended. */
  private record LateLog(CommandLog log) implements CommandLog {
    private static final long LATE_MS = 300;

    @Override
    public long append(Command command, long expectedOffset) {
      return log.append(command, expectedOffset);
    }

    @Override
    public List<LoggedCommand> read(long from, Duration wait) {
      List<LoggedCommand> commands = log.read(from, wait);
      if (!commands.isEmpty()) {
        try {
          Thread.sleep(LATE_MS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return List.of();
        }
      }
      return commands;
    }

    @Override
    public List<LoggedCommand> readToEnd() {
      return log.readToEnd();
    }

    @Override
    public long size(Duration wait) {
      return log.size(wait);
    }

    @Override
    public void close() {
      log.close();
    }
  }
}
