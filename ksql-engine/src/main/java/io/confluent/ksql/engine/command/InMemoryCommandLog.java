package io.confluent.ksql.engine.command;

import io.confluent.ksql.planner.command.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command log that ends with the process: for tests and for servers that run a fixed file.
 * Commands are kept as bytes, so that what cannot be stored shows here too.
 */
public final class InMemoryCommandLog implements CommandLog {
  private final List<byte[]> records = new ArrayList<>();

  @Override
  public synchronized long append(Command command, long expectedOffset) {
    if (expectedOffset != records.size()) {
      throw new StaleLogException(expectedOffset, records.size());
    }
    records.add(CommandRecord.write(command));
    notifyAll();
    return expectedOffset;
  }

  @Override
  public synchronized List<LoggedCommand> read(long from, Duration wait) {
    long deadline = System.nanoTime() + wait.toNanos();
    try {
      for (long left = wait.toNanos();
          from >= records.size() && left > 0;
          left = deadline - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return from(from);
  }

  @Override
  public synchronized List<LoggedCommand> readToEnd() {
    return from(0);
  }

  private List<LoggedCommand> from(long offset) {
    List<LoggedCommand> found = new ArrayList<>();
    for (int i = Math.toIntExact(offset); i < records.size(); i++) {
      found.add(CommandRecord.read(i, records.get(i)));
    }
    return found;
  }

  @Override
  public synchronized long size(Duration wait) {
    return records.size();
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
