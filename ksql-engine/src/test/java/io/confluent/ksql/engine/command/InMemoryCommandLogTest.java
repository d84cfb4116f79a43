package io.confluent.ksql.engine.command;

import io.confluent.ksql.planner.command.Command;
import java.time.Duration;
import java.util.List;

final class InMemoryCommandLogTest extends CommandLogContract {
  private final InMemoryCommandLog shared = new InMemoryCommandLog();

  @Override
  protected CommandLog open() {
    return new CommandLog() {
      @Override
      public long append(Command command, long expectedOffset) {
        return shared.append(command, expectedOffset);
      }

      @Override
      public List<LoggedCommand> read(long from, Duration wait) {
        return shared.read(from, wait);
      }

      @Override
      public List<LoggedCommand> readToEnd() {
        return shared.readToEnd();
      }

      @Override
      public long size(Duration wait) {
        return shared.size(wait);
      }

      @Override
      public void close() {
        // The log outlives one node.
      }
    };
  }
}
