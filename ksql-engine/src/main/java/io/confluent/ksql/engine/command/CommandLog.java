package io.confluent.ksql.engine.command;

import io.confluent.ksql.planner.command.Command;
import java.time.Duration;
import java.util.List;

/**
 * The commands of all nodes in one order, kept for ever. Offsets count commands from 0, without
 * gaps. Appending and reading may happen at the same time, each by one thread at a time; {@link
 * #size} may be asked by any thread.
 */
public interface CommandLog extends AutoCloseable {
  /**
   * Writes a command behind the last one; it is kept when this returns.
   *
   * @param expectedOffset how many commands the log holds as far as the caller knows
   * @return the offset of the command, which is {@code expectedOffset}
   * @throws StaleLogException if the log holds more than that; nothing was written
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if the log cannot be reached
   */
  long append(Command command, long expectedOffset);

  /**
   * The commands from an offset on, in order.
   *
   * @param from offset of the first
   * @param wait how long to wait for one if there is none
   * @return possibly none
   */
  List<LoggedCommand> read(long from, Duration wait);

  /** All commands that the log holds now, in order. */
  List<LoggedCommand> readToEnd();

  /**
   * How many commands the log holds now, those included that nobody has read yet.
   *
   * @param wait how long to wait for the answer
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if the log does not answer by then
   */
  long size(Duration wait);

  @Override
  void close();
}
