package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.engine.command.CatalogVersion;
import io.confluent.ksql.engine.command.CommandLog;
import io.confluent.ksql.engine.command.CommandReplayer;
import io.confluent.ksql.engine.command.CommandState;
import io.confluent.ksql.engine.command.PersistentQueries;
import io.confluent.ksql.engine.compile.FunctionBinder;
import io.confluent.ksql.engine.facts.DutyRunner;
import io.confluent.ksql.engine.facts.FactCollector;
import io.confluent.ksql.engine.facts.SchemaFinder;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.parser.FinalSemicolon;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The engine: statements in, outcomes out. May be used by several threads.
 *
 * <p>{@link #prepare} reads and plans a whole script and changes nothing; {@link #execute} carries
 * out one of its statements. A query that is to run for whoever asked is planned here and run by
 * {@code io.confluent.ksql.engine.query}.
 */
public final class Engine implements AutoCloseable {
  /** What the ids of queries begin with that are not in the command log. */
  public static final String TRANSIENT_PREFIX = "transient_";

  /** What the ids of those begin with that follow what a query of the log writes. */
  public static final String FOLLOW_PREFIX = "SCALABLE_PUSH_QUERY_";

  private final CommandReplayer replayer;
  private final CommandSubmission submission;
  private final Planning planning;
  private final ScriptPreparation preparation;
  private final RowInsertion insertion;
  private final RepeatedQueries repeated = new RepeatedQueries();

  /**
   * An engine that has not read its log yet.
   *
   * @param log the commands of the service; closed by who made it
   * @param functions gives the functions that values to be inserted call
   * @param queries what runs the queries of the log
   * @param rules what clients may set
   * @param settings the settings of the server, names of Kafka's without {@code ksql.streams.}
   */
  public Engine(
      CommandLog log,
      Planner planner,
      Outside outside,
      FunctionBinder functions,
      PersistentQueries queries,
      PropertyRules rules,
      Settings settings) {
    DutyRunner duties = new DutyRunner(outside.topics(), outside.formats(), outside.registry());
    FactCollector collector =
        new FactCollector(
            outside.topics(), new SchemaFinder(outside.formats(), outside.registry()));
    replayer = new CommandReplayer(log, duties, queries);
    submission =
        new CommandSubmission(log, replayer, duties, settings.get(EngineSettings.COMMAND_TIMEOUT));
    planning = new Planning(planner, collector, settings);
    preparation = new ScriptPreparation(planning, rules);
    insertion = new RowInsertion(outside, new ConstantRow(functions), Clock.systemUTC());
  }

  /** Whether an id is that of a query that is not in the command log. */
  public static boolean isTransient(String queryId) {
    return queryId.regionMatches(true, 0, TRANSIENT_PREFIX, 0, TRANSIENT_PREFIX.length())
        || queryId.regionMatches(true, 0, FOLLOW_PREFIX, 0, FOLLOW_PREFIX.length());
  }

  /**
   * Carries out what the log holds, and starts the queries that are left at its end.
   *
   * @throws DiagnosticException if the log cannot be read or is another program's
   */
  public void start() {
    replayer.start();
  }

  /**
   * Reads and plans a script, every statement of which ends with a semicolon. Changes nothing.
   *
   * @throws StatementException which statement is wrong, and what is
   */
  public List<Prepared> prepare(String script, Session session) {
    return prepare(script, FinalSemicolon.REQUIRED, session, replayer.version());
  }

  /**
   * Reads and plans a script whose last statement need not end with a semicolon.
   *
   * @throws StatementException which statement is wrong, and what is
   */
  public List<Prepared> prepareOpen(String script, Session session) {
    CatalogVersion version = replayer.version();
    Optional<List<Prepared>> known = repeated.find(script, session, version);
    if (known.isPresent()) {
      return known.get();
    }
    List<Prepared> prepared = prepare(script, FinalSemicolon.OPTIONAL, session, version);
    repeated.add(script, session, version, prepared);
    return prepared;
  }

  /** What is wrong here may be right by what another node has just done, and not yet seen here. */
  private List<Prepared> prepare(
      String script, FinalSemicolon semicolon, Session session, CatalogVersion version) {
    try {
      return preparation.prepare(script, semicolon, session, version);
    } catch (StatementException e) {
      if (!replayer.catchUp(version)) {
        throw e;
      }
      return preparation.prepare(script, semicolon, session, replayer.version());
    }
  }

  /**
   * Carries out a statement that changes something or writes a row.
   *
   * @throws StatementException if it became wrong since it was prepared, or the world outside
   *     refuses
   */
  public Outcome execute(Prepared prepared) {
    Plan plan =
        prepared
            .plan()
            .orElseThrow(() -> new IllegalArgumentException("Nothing to do: " + prepared.text()));
    try {
      if (plan instanceof Plan.Insert) {
        insertion.insert((Plan.Insert) current(prepared, replayer.version()));
        return new Outcome.Inserted();
      }
      if (plan instanceof Plan.Rows) {
        throw new IllegalArgumentException("A query is not executed but run: " + prepared.text());
      }
      return submission.submit(version -> current(prepared, version));
    } catch (DiagnosticException e) {
      Diagnostic placed = e.diagnostic().orAt(prepared.statement().span());
      throw new StatementException(prepared.text(), placed.toException(e));
    }
  }

  /** The plan for a version of the catalog: the one that was made for it, or a new one. */
  private Plan current(Prepared prepared, CatalogVersion version) {
    return prepared.basis() == version
        ? prepared.plan().orElseThrow()
        : plan(prepared.statement(), prepared.text(), prepared.session(), version);
  }

  /**
   * What a statement would come to now.
   *
   * @throws DiagnosticException what is wrong with it
   */
  public Plan plan(Statement statement, String text, Session session) {
    return plan(statement, text, session, replayer.version());
  }

  private Plan plan(Statement statement, String text, Session session, CatalogVersion version) {
    return planning.plan(
        statement,
        text,
        session,
        version.catalog(),
        planning.facts(List.of(statement), session, version));
  }

  /**
   * Ends all queries of the service, and deletes topics that they wrote.
   *
   * @param topics names of those topics, as patterns
   */
  public Outcome.Commanded terminate(List<Pattern> topics) {
    return (Outcome.Commanded)
        submission.submit(version -> planning.terminate(topics, version.catalog()));
  }

  /**
   * The stream or table that single rows are to be written to.
   *
   * @param name exact in case
   * @throws DiagnosticException if there is none of that name, or it takes none
   */
  public Source insertTarget(String name, Session session) {
    return planning.insertTarget(name, session, catalog());
  }

  /**
   * The record of a row with the present time; it is not written.
   *
   * @param key one value a key column, of its type
   * @param value one value a value column, of its type
   * @throws DiagnosticException if it cannot be written
   */
  public OutgoingRecord record(Source target, List<Object> key, List<Object> value) {
    return insertion.record(target, key, value);
  }

  /**
   * Writes records, and returns when all are kept.
   *
   * @throws DiagnosticException if one is not; others may be
   */
  public void write(List<OutgoingRecord> records) {
    insertion.write(records);
  }

  /** What exists. */
  public Catalog catalog() {
    return replayer.version().catalog();
  }

  /** The settings of the server with those of a session over them. */
  public Settings settings(Session session) {
    return planning.settings(session);
  }

  /** How far a command has come on this node; empty if there was none of that id. */
  public Optional<CommandState> commandState(String commandId) {
    return replayer.state(commandId);
  }

  /** How far all commands have come on this node, by id. */
  public Map<String, CommandState> commandStates() {
    return replayer.states();
  }

  /** Waits until a command has been carried out here; false if that takes longer. */
  public boolean awaitCommand(long offset, Duration timeout) {
    return replayer.await(offset + 1, timeout);
  }

  /** Why no more commands are carried out; empty as long as they are. */
  public Optional<String> problem() {
    return replayer.problem();
  }

  @Override
  public void close() {
    replayer.close();
  }
}
