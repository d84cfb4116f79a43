package io.confluent.ksql.tools.test;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.Outside;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.engine.command.InMemoryCommandLog;
import io.confluent.ksql.engine.compile.FunctionBinder;
import io.confluent.ksql.engine.facts.InstalledFormats;
import io.confluent.ksql.engine.log.InMemoryProcessingLog;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.engine.topics.InMemoryTopics;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.engine.topics.RecordWriter;
import io.confluent.ksql.engine.topics.TopicTail;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.Dialect;
import io.confluent.ksql.parser.FinalSemicolon;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.StatementText;
import io.confluent.ksql.parser.Variables;
import io.confluent.ksql.parser.ast.AssertSource;
import io.confluent.ksql.parser.ast.AssertValues;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.Define;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.parser.ast.Literal;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.RunScript;
import io.confluent.ksql.parser.ast.SetProperty;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.Undefine;
import io.confluent.ksql.parser.ast.UnsetProperty;
import io.confluent.ksql.parser.format.StatementFormatter;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import io.confluent.ksql.tools.test.cases.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs one case on an engine of its own: nothing is shared, nothing is left. */
final class SqlTestCase implements AutoCloseable {
  private static final List<Setting<?>> SETTINGS =
      Stream.concat(EngineSettings.ALL.stream(), PlannerSettings.ALL.stream()).toList();
  private static final String OF_FUNCTIONS = "ksql.functions.";
  private static final int LOGGED_ERRORS = 100;
  private static final int FIRST_CODE_OF_MEANING = 2000;

  /** What ASSERT VALUES calls the rows of the last SELECT. */
  private static final String RESULT = "RESULT";

  private final SqlTestFile.Case test;
  private final InMemoryTopics topics = new InMemoryTopics();
  private final SchemaRegistry registry = new InMemorySchemaRegistry();
  private final InMemoryProcessingLog log = new InMemoryProcessingLog(LOGGED_ERRORS);
  private final DriverQueries queries;
  private final PropertyRules rules = new PropertyRules(SETTINGS, List.of());
  private final Engine engine;
  private final RecordComparison comparison;
  private final Map<String, Integer> asserted = new HashMap<>();
  private final Deque<ResultRow> result = new ArrayDeque<>();
  private List<Column> resultColumns = List.of();
  private Session session = Session.empty();
  private Optional<StatementException> refused = Optional.empty();

  SqlTestCase(SqlTestFile.Case test, FunctionRegistry functions) {
    this.test = test;
    this.queries = new DriverQueries(topics, functions, Optional.of(registry), log);
    Formats formats = Formats.installed();
    FunctionBinder binder =
        signature -> ((ScalarFunction) functions.require(signature)).bind(signature, Map.of());
    Planner planner = new Planner(functions, new InstalledFormats(formats));
    this.engine =
        new Engine(
            new InMemoryCommandLog(),
            planner,
            new Outside(topics, new Writer(), SqlTestCase::noTail, formats, Optional.of(registry)),
            binder,
            queries,
            rules,
            Patience.in(Settings.defaults()));
    this.comparison = new RecordComparison(formats, registry, functions, binder);
    engine.start();
  }

  private static TopicTail noTail(String topic, TopicTail.Start start) {
    throw new UnsupportedOperationException("Nothing in a test file follows a topic");
  }

  /** Records go through the queries at once. */
  private final class Writer implements RecordWriter {
    @Override
    public void write(OutgoingRecord record) {
      queries.write(record);
    }

    @Override
    public void close() {}
  }

  /**
   * Runs the case.
   *
   * @return what is wrong; empty if nothing is
   */
  Optional<String> run() {
    try {
      execute(split(test.script()));
    } catch (TestFailure e) {
      return Optional.of(e.getMessage());
    } catch (StatementException e) {
      refused = Optional.of(e);
      return test.expectsError()
          ? compare(e)
          : Optional.of("Failed: " + e.statement().strip() + "\n  " + e.getMessage());
    }
    try {
      return test.expectsError() ? Optional.of("No error, but one was expected.") : unasserted();
    } catch (TestFailure e) {
      return Optional.of(e.getMessage());
    }
  }

  private static List<StatementText> split(String script) {
    try {
      return SqlParser.split(script, FinalSemicolon.REQUIRED);
    } catch (DiagnosticException e) {
      throw new StatementException(script, e);
    }
  }

  private void execute(List<StatementText> script) {
    for (StatementText statement : script) {
      try {
        execute(statement.text());
      } catch (DiagnosticException e) {
        throw new StatementException(statement.text(), e);
      }
    }
  }

  /** The statement that the engine refused, if it refused one. */
  Optional<StatementException> refused() {
    return refused;
  }

  private Optional<String> compare(StatementException refusal) {
    Diagnostic diagnostic = refusal.diagnostic();
    if (test.error().filter(wanted -> !isWanted(wanted, diagnostic.code())).isPresent()) {
      return Optional.of(
          "Expected the error %s, got %s: %s"
              .formatted(test.error().get(), diagnostic.code(), diagnostic.message()));
    }
    String place = refusal.place();
    if (test.at().filter(words -> !words.equals(place)).isPresent()) {
      return Optional.of(
          "Expected the error at '%s', got it at '%s': %s"
              .formatted(test.at().get(), place, diagnostic.message()));
    }
    String said = diagnostic.message() + " " + diagnostic.hint().orElse("");
    return test.message()
        .filter(text -> !said.contains(text))
        .map(text -> "Expected '%s' in the error, got: %s".formatted(text, said));
  }

  /** A Java class of another engine only tells whether the text itself is wrong. */
  private static boolean isWanted(String wanted, ErrorCode code) {
    return wanted.indexOf('.') < 0
        ? wanted.equals(code.name())
        : !wanted.endsWith("ParseFailedException") || code.number() < FIRST_CODE_OF_MEANING;
  }

  private void execute(String written) {
    String text = Variables.substitute(written, session.variables());
    Statement statement = SqlParser.parse(text, Dialect.TOOLS);
    if (statement instanceof AssertValues values && isOfResult(values)) {
      assertResult(values);
    } else if (statement instanceof Query) {
      query(text);
    } else if (statement instanceof AssertValues values) {
      assertValues(values);
    } else if (statement instanceof AssertSource source) {
      SourceAssertion.check(source, engine.catalog());
    } else if (statement instanceof InsertValues insert) {
      prepare(text);
      prepare(StatementFormatter.format(atTimeZero(insert))).forEach(engine::execute);
    } else if (statement instanceof RunScript script) {
      execute(split(script(script)));
    } else if (statement instanceof SetProperty set) {
      session = set(set);
    } else if (statement instanceof UnsetProperty unset) {
      session = session.unset(PropertyRules.canonical(unset.name()));
    } else if (statement instanceof Define define) {
      session = session.define(define.name().text(), define.value());
    } else if (statement instanceof Undefine undefine) {
      session = session.undefine(undefine.name().text());
    } else if (!Planner.plannable().contains(statement.getClass()) || statement instanceof Query) {
      throw new TestFailure("A test file has no use for this statement: " + text.strip());
    } else {
      if (statement instanceof CreateSource create) {
        createTopic(create);
      }
      prepare(text).forEach(engine::execute);
    }
  }

  private boolean isOfResult(AssertValues values) {
    return values.source().text().equals(RESULT) && engine.catalog().source(RESULT).isEmpty();
  }

  private void query(String text) {
    requireAllAsserted();
    Plan.Pull pull = pull(text);
    resultColumns = pull.columns();
    result.addAll(queries.pull(pull));
  }

  /** What a query of a table as it is now comes to. */
  Plan.Pull pull(String text) {
    if (prepare(text).get(0).plan().orElseThrow() instanceof Plan.Pull pull) {
      return pull;
    }
    throw new TestFailure("Only tables can be asked here, and only for what there is now.");
  }

  /** The rows that answer a query. */
  List<ResultRow> rows(Plan.Pull pull) {
    return queries.pull(pull);
  }

  private void assertResult(AssertValues values) {
    if (result.isEmpty()) {
      throw new TestFailure("The result: expected a row more.");
    }
    comparison.check(resultColumns, values, result.removeFirst(), engine.catalog());
  }

  private void requireAllAsserted() {
    if (!result.isEmpty()) {
      throw new TestFailure(
          "The result holds %d rows more than are asserted, the next of them %s."
              .formatted(result.size(), result.getFirst().values()));
    }
  }

  private String script(RunScript script) {
    try {
      return Files.readString(test.directory().resolve(script.file()));
    } catch (IOException e) {
      throw new TestFailure("There is no such script: " + script.file());
    }
  }

  /** A case is its own server, so it may set what is the server's. */
  private Session set(SetProperty set) {
    try {
      return sessionWith(set);
    } catch (DiagnosticException e) {
      throw e.diagnostic().orAt(set.place()).toException(e);
    }
  }

  private Session sessionWith(SetProperty set) {
    for (Setting<?> setting : SETTINGS) {
      if (setting.name().equals(set.name())) {
        setting.parse(set.value());
        return session.set(set.name(), set.value());
      }
    }
    return set.name().startsWith(OF_FUNCTIONS)
        ? session.set(set.name(), set.value())
        : rules.set(session, set.name(), set.value());
  }

  private List<Prepared> prepare(String text) {
    return engine.prepareOpen(text, session);
  }

  /** Rows without a time are at 0, so that a case gives the same on every day. */
  private InsertValues atTimeZero(InsertValues insert) {
    boolean timed =
        insert.columns().stream().anyMatch(c -> c.text().equals(PseudoColumn.ROWTIME.name()));
    Optional<Source> target = engine.catalog().source(insert.target().text());
    if (timed || target.isEmpty()) {
      return insert;
    }
    List<Identifier> columns = new ArrayList<>(insert.columns());
    if (columns.isEmpty()) {
      target.get().schema().all().stream()
          .map(Column::name)
          .map(Identifier::of)
          .forEach(columns::add);
    }
    if (columns.size() != insert.values().size()) {
      return insert;
    }
    columns.add(Identifier.of(PseudoColumn.ROWTIME.name()));
    List<Expression> values = new ArrayList<>(insert.values());
    values.add(new Literal(insert.span(), 0));
    return new InsertValues(insert.span(), insert.target(), columns, values);
  }

  private void createTopic(CreateSource create) {
    create
        .with()
        .get("KAFKA_TOPIC")
        .map(property -> String.valueOf(property.value().value()))
        .filter(topic -> create.with().get("PARTITIONS").isEmpty())
        .filter(topic -> topics.describe(List.of(topic)).isEmpty())
        .ifPresent(topic -> topics.create(new Duty.CreateTopic(topic, 1, (short) 1, Map.of())));
  }

  private void assertValues(AssertValues values) {
    Source source =
        engine
            .catalog()
            .source(values.source().text())
            .orElseThrow(() -> new TestFailure("There is no " + values.source().text()));
    List<OutgoingRecord> records = topics.records(source.topic());
    int index = asserted.merge(source.topic(), 1, Integer::sum) - 1;
    if (index >= records.size()) {
      throw new TestFailure(
          "%s: expected a record more than its %d.".formatted(source.name(), records.size()));
    }
    comparison.check(source, values, records.get(index), engine.catalog());
  }

  /** Records of a topic of which a case asserts some must all be asserted. */
  private Optional<String> unasserted() {
    requireAllAsserted();
    for (Map.Entry<String, Integer> topic : asserted.entrySet()) {
      int left = topics.records(topic.getKey()).size() - topic.getValue();
      if (left > 0) {
        return Optional.of(
            "The topic %s holds %d records more than are asserted."
                .formatted(topic.getKey(), left));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    engine.close();
    queries.close();
  }
}
