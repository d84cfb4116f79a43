package io.confluent.ksql.engine.command;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.facts.DutyRunner;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.command.Command;
import io.confluent.ksql.planner.command.Duty;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the commands of the log in their order, those of other nodes too, on one thread. At
 * the start all of them together, so that only what is left at the end of the log is started.
 */
public final class CommandReplayer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommandReplayer.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long RETRY_MS = 1000;
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration CATCH_UP = Duration.ofSeconds(30);

  private final CommandLog log;
  private final DutyRunner duties;
  private final QueryReconciler queries;
  private final Map<String, CommandState> states = new ConcurrentHashMap<>();
  private final Map<Long, Command> own = new ConcurrentHashMap<>();
  private final Object progress = new Object();
  private final Thread thread = new Thread(this::run, "ksql-command-replayer");
  private volatile CatalogVersion version = new CatalogVersion(Catalog.empty(), 0);
  private volatile Optional<String> problem = Optional.empty();
  private volatile boolean closed;

  /** A replayer that has not read anything yet. */
  public CommandReplayer(CommandLog log, DutyRunner duties, PersistentQueries queries) {
    this.log = Objects.requireNonNull(log, "log");
    this.duties = Objects.requireNonNull(duties, "duties");
    this.queries = new QueryReconciler(queries);
    thread.setDaemon(true);
  }

  /**
   * Carries out what the log holds now, then goes on in the background.
   *
   * @throws DiagnosticException if the log cannot be read, or holds what another program wrote;
   *     nothing was done then
   */
  public void start() {
    apply(log.readToEnd());
    thread.start();
  }

  /** What exists now, and after how many commands. */
  public CatalogVersion version() {
    return version;
  }

  /** Why no more commands are carried out; empty as long as they are. */
  public Optional<String> problem() {
    return problem;
  }

  /** How far a command has come; empty if no command of that id was seen. */
  public Optional<CommandState> state(String commandId) {
    return Optional.ofNullable(states.get(commandId));
  }

  /** How far all commands have come, by id. */
  public Map<String, CommandState> states() {
    return Map.copyOf(states);
  }

  /** Says that this node is about to append a command there: its duties are this node's. */
  public void expect(long offset, Command command) {
    own.put(offset, command);
  }

  /** Takes {@link #expect} back: the command was not appended. */
  public void forget(long offset) {
    own.remove(offset);
  }

  /**
   * Carries out what other nodes have appended by now. A log that does not answer soon is taken to
   * hold nothing new.
   *
   * @param known what the caller knows
   * @return whether there is more to know now
   */
  public boolean catchUp(CatalogVersion known) {
    try {
      await(log.size(ANSWER), CATCH_UP);
      return version.nextCommand() > known.nextCommand();
    } catch (DiagnosticException e) {
      LOG.warn("Whether other servers changed anything is not known: {}", e.getMessage());
      return false;
    }
  }

  /** Waits until so many commands have been carried out; false if that takes longer. */
  public boolean await(long commands, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (progress) {
      while (version.nextCommand() < commands && problem.isEmpty() && !closed) {
        long leftMs = (deadline - System.nanoTime()) / 1_000_000;
        if (leftMs <= 0) {
          return false;
        }
        try {
          progress.wait(leftMs);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return version.nextCommand() >= commands;
  }

  private void run() {
    while (!closed && problem.isEmpty()) {
      try {
        apply(log.read(version.nextCommand(), POLL));
      } catch (RuntimeException e) {
        onFailure(e);
      }
    }
  }

  private void onFailure(RuntimeException failure) {
    if (closed) {
      return;
    }
    LOG.warn("The command log cannot be followed: {}", failure.getMessage());
    if (failure instanceof DiagnosticException known
        && known.diagnostic().code() == ErrorCode.COMMAND_LOG_FOREIGN) {
      stopApplying(failure.getMessage());
      return;
    }
    try {
      Thread.sleep(RETRY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void apply(List<LoggedCommand> found) {
    List<LoggedCommand> commands = readable(found);
    if (!commands.isEmpty()) {
      CatalogVersion before = version;
      Catalog after = before.catalog();
      for (LoggedCommand command : commands) {
        after = after.apply(command.command().orElseThrow().changes());
      }
      carryOut(commands, before.catalog(), after);
      synchronized (progress) {
        version = new CatalogVersion(after, before.nextCommand() + commands.size());
        progress.notifyAll();
      }
    }
  }

  /** Up to the first that this release cannot read: behind it nothing is certain. */
  private List<LoggedCommand> readable(List<LoggedCommand> found) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).command().isEmpty()) {
        stopApplying(found.get(i).problem());
        return found.subList(0, i);
      }
    }
    return found;
  }

  private void stopApplying(String reason) {
    LOG.error("No more commands are carried out. {}", reason);
    synchronized (progress) {
      problem = Optional.of(reason);
      progress.notifyAll();
    }
  }

  private void carryOut(List<LoggedCommand> commands, Catalog before, Catalog after) {
    Failures failures = new Failures(commands.get(commands.size() - 1).offset());
    for (LoggedCommand logged : commands) {
      for (Duty duty : logged.command().orElseThrow().duties()) {
        if (isStillWanted(duty, after)) {
          failures.guard(logged.offset(), () -> duties.run(duty));
        }
      }
    }
    queries.reconcile(before, after, emptied(commands)).ifPresent(failures::ofLast);
    for (LoggedCommand logged : commands) {
      Command command = logged.command().orElseThrow();
      if (command.equals(own.remove(logged.offset()))) {
        for (Duty duty : command.duties()) {
          if (duty instanceof Duty.DeleteTopic delete && !isUsed(delete.topic(), after)) {
            failures.guard(logged.offset(), () -> duties.run(duty));
          }
        }
      }
      remember(logged.offset(), command, failures.of(logged.offset()));
    }
  }

  /** Only this node's own commands: at a restart the topics hold what their queries wrote. */
  private Map<String, String> emptied(List<LoggedCommand> commands) {
    Map<String, String> topics = new HashMap<>();
    for (LoggedCommand logged : commands) {
      Command command = logged.command().orElseThrow();
      if (command.equals(own.get(logged.offset()))) {
        for (Duty duty : command.duties()) {
          if (duty instanceof Duty.EmptyTopic empty) {
            topics.put(empty.queryId(), empty.topic());
          }
        }
      }
    }
    return topics;
  }

  /** A topic that a later command gave up must not come back at a restart. */
  private static boolean isStillWanted(Duty duty, Catalog after) {
    return duty instanceof Duty.CreateTopic create && isUsed(create.topic(), after)
        || duty instanceof Duty.RegisterSchema register && isUsed(register.topic(), after);
  }

  private static boolean isUsed(String topic, Catalog catalog) {
    return catalog.sources().stream().anyMatch(source -> source.topic().equals(topic));
  }

  private void remember(long offset, Command command, Optional<RuntimeException> failure) {
    Optional<String> queryId =
        command.changes().stream()
            .filter(CatalogChange.PutQuery.class::isInstance)
            .map(change -> ((CatalogChange.PutQuery) change).query().id())
            .findFirst();
    states.put(
        command.commandId(),
        new CommandState(
            offset,
            failure.isPresent() ? CommandState.Stage.ERROR : CommandState.Stage.SUCCESS,
            failure.map(Throwable::getMessage).orElse(command.message()),
            queryId,
            failure));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (progress) {
      progress.notifyAll();
    }
  }

  /** The first failure of each command. */
  private static final class Failures {
    private final Map<Long, RuntimeException> byOffset = new ConcurrentHashMap<>();
    private final long last;

    Failures(long last) {
      this.last = last;
    }

    void guard(long offset, Runnable action) {
      try {
        action.run();
      } catch (RuntimeException e) {
        LOG.warn("Command {} could not do all it has to: {}", offset, e.getMessage());
        byOffset.putIfAbsent(offset, e);
      }
    }

    void ofLast(RuntimeException failure) {
      byOffset.putIfAbsent(last, failure);
    }

    Optional<RuntimeException> of(long offset) {
      return Optional.ofNullable(byOffset.get(offset));
    }
  }
}
