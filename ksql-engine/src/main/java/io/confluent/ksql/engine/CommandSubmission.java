package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.command.CatalogVersion;
import io.confluent.ksql.engine.command.CommandLog;
import io.confluent.ksql.engine.command.CommandReplayer;
import io.confluent.ksql.engine.command.CommandState;
import io.confluent.ksql.engine.command.StaleLogException;
import io.confluent.ksql.engine.facts.DutyRunner;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.command.Command;
import io.confluent.ksql.planner.command.Duty;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts what a statement changes into the log. If other commands came first, the statement is
 * planned again for what they left: two nodes cannot both be right about what exists.
 */
final class CommandSubmission {
  private static final int ATTEMPTS = 8;

  private final CommandLog log;
  private final CommandReplayer replayer;
  private final DutyRunner duties;
  private final Duration timeout;

  /** Waits so long for a command to be carried out. */
  CommandSubmission(CommandLog log, CommandReplayer replayer, DutyRunner duties, Duration timeout) {
    this.log = log;
    this.replayer = replayer;
    this.duties = duties;
    this.timeout = timeout;
  }

  /**
   * Submits what a statement comes to.
   *
   * @param plan the plan of the statement for a version of the catalog
   */
  Outcome submit(Function<CatalogVersion, Plan> plan) {
    replayer.problem().ifPresent(CommandSubmission::refuse);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      CatalogVersion version = replayer.version();
      Plan planned = plan.apply(version);
      if (planned instanceof Plan.Nothing nothing) {
        if (replayer.catchUp(version)) {
          continue;
        }
        return new Outcome.Unchanged(nothing.message());
      }
      Command command = ((Plan.Change) planned).command();
      if (append(command, version.nextCommand())) {
        return new Outcome.Commanded(
            command.commandId(), stateAfter(command, version.nextCommand()));
      }
      replayer.catchUp(version);
    }
    throw Diagnostic.error(
            ErrorCode.COMMAND_LOG_STALE,
            "Other statements were so many that this one never came next.")
        .hint("Try again.")
        .toException();
  }

  private static void refuse(String problem) {
    throw Diagnostic.error(
            ErrorCode.COMMAND_LOG_UNREADABLE, "This server takes no more commands. %s", problem)
        .hint("Bring all servers of the service to the same release.")
        .toException();
  }

  private synchronized boolean append(Command command, long offset) {
    for (Duty duty : command.duties()) {
      duties.check(duty);
    }
    replayer.expect(offset, command);
    try {
      log.append(command, offset);
      return true;
    } catch (StaleLogException e) {
      replayer.forget(offset);
      return false;
    } catch (DiagnosticException e) {
      replayer.forget(offset);
      throw e;
    }
  }

  private CommandState stateAfter(Command command, long offset) {
    if (replayer.await(offset + 1, timeout)) {
      Optional<CommandState> state =
          replayer.state(command.commandId()).filter(found -> found.offset() >= offset);
      if (state.isPresent()) {
        return state.get();
      }
    }
    return new CommandState(
        offset,
        CommandState.Stage.QUEUED,
        "The command is in the log, and was not carried out in time.",
        Optional.empty(),
        Optional.empty());
  }
}
