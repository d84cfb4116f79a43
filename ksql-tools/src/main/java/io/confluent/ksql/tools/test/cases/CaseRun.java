package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.Outcome;
import io.confluent.ksql.engine.Outside;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.engine.command.CommandState;
import io.confluent.ksql.engine.command.InMemoryCommandLog;
import io.confluent.ksql.engine.facts.InstalledFormats;
import io.confluent.ksql.engine.log.InMemoryProcessingLog;
import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.engine.query.QuerySettings;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.engine.topics.InMemoryTopics;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.setting.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Runs one case on an engine of its own: nothing is shared, nothing is left. */
final class CaseRun implements AutoCloseable {
  private static final String SERVICE_ID = "some.ksql.service.id";
  private static final String EXACT_NUMBERS = "use.exact.numeric.comparison";
  private static final int LOGGED_ERRORS = 20;
  private static final int SHOWN_ERRORS = 3;

  private final TestCase test;
  private final InMemoryTopics topics = new InMemoryTopics();
  private final TopicRecords records = new TopicRecords();
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final InMemoryProcessingLog log = new InMemoryProcessingLog(LOGGED_ERRORS);
  private final CaseQueries queries;
  private final Engine engine;

  CaseRun(TestCase test, FunctionRegistry functions, Path stateDirectory) {
    this.test = test;
    Map<String, String> given = given(test);
    Settings settings = Patience.in(Settings.of(given));
    this.queries = new CaseQueries(SERVICE_ID, settings, functions, registry, log, stateDirectory);
    Formats formats = Formats.installed();
    this.engine =
        new Engine(
            new InMemoryCommandLog(),
            new Planner(functions, new InstalledFormats(formats)),
            new Outside(topics, records, topics, formats, Optional.of(registry)),
            signature -> ((ScalarFunction) functions.require(signature)).bind(signature, given),
            queries,
            new PropertyRules(EngineSettings.ALL, List.of()),
            settings);
  }

  private static Map<String, String> given(TestCase test) {
    Map<String, String> given = new TreeMap<>();
    given.put(EngineSettings.SERVICE_ID.name(), SERVICE_ID);
    // Cases expect what Kafka Streams gives whose stores keep a window no longer than it takes
    // rows.
    given.put(PlannerSettings.FINAL_EXTRA_RETENTION.name(), "0");
    // Whether a failing record ends a query is a setting here; a case that expects so has it on.
    boolean mustFail = test.error().filter(TestCase.ExpectedError.RUN_TIME::equals).isPresent();
    given.put(QuerySettings.FAIL_ON_ERROR.name(), Boolean.toString(mustFail));
    given.putAll(PropertyRules.canonical(test.properties()));
    return given;
  }

  /** Throws a {@link CaseFailure} if something does not hold that the case says. */
  void run() {
    engine.start();
    new CaseSetup(test, engine, topics, registry, session()).run();
    if (test.error().isPresent()) {
      runToError(test.error().get());
      return;
    }
    for (String statement : test.statements()) {
      Optional<RuntimeException> error = execute(statement);
      if (error.isPresent()) {
        throw new CaseFailure(
            "A statement failed: %s%n  %s".formatted(statement, describe(error.get())),
            error.get());
      }
    }
    if (queries.made() == 0) {
      throw new CaseFailure("The case makes no query.");
    }
    try {
      feed();
      new OutputCheck(test, records, this::codecs).check();
      new PostCheck(test, engine.catalog(), registry, queries.all(), topics, records).check();
    } catch (CaseFailure e) {
      throw new CaseFailure(e.getMessage() + logged(), e);
    }
  }

  private Session session() {
    return new Session(PropertyRules.canonical(test.properties()), Map.of());
  }

  private Optional<RuntimeException> execute(String text) {
    try {
      for (Prepared prepared : engine.prepareOpen(text, session())) {
        if (prepared.plan().isEmpty()) {
          throw new CaseFailure("This statement has no place in a case.");
        }
        if (engine.execute(prepared) instanceof Outcome.Commanded commanded
            && commanded.state().stage() != CommandState.Stage.SUCCESS) {
          CommandState state = commanded.state();
          return Optional.of(state.failure().orElseGet(() -> new CaseFailure(state.message())));
        }
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private void runToError(TestCase.ExpectedError expected) {
    int last = test.statements().size() - 1;
    for (int i = 0; i <= last; i++) {
      Optional<RuntimeException> error = execute(test.statements().get(i));
      if (error.isPresent()) {
        if (i < last) {
          throw new CaseFailure(
              "A statement before the last one failed: %s%n  %s"
                  .formatted(test.statements().get(i), describe(error.get())),
              error.get());
        }
        checkError(expected, error.get());
        return;
      }
    }
    if (expected != TestCase.ExpectedError.RUN_TIME) {
      throw new CaseFailure("The last statement was accepted; expected an error: " + expected);
    }
    try {
      feed();
    } catch (CaseFailure e) {
      throw e;
    } catch (RuntimeException e) {
      return;
    }
    throw new CaseFailure("No query failed; one should have.");
  }

  private static void checkError(TestCase.ExpectedError expected, RuntimeException error) {
    ErrorCode code =
        diagnostic(error)
            .map(Diagnostic::code)
            .orElseThrow(() -> new CaseFailure("Failed without a code: " + describe(error), error));
    boolean agrees =
        switch (expected) {
          case SYNTAX -> isSyntax(code);
          case MEANING ->
              !isSyntax(code)
                  && code != ErrorCode.NOT_SUPPORTED
                  && code.kind() != ErrorCode.Kind.INTERNAL;
          case RUN_TIME -> false;
        };
    if (!agrees) {
      throw new CaseFailure(
          "Another kind of error.%n  expected %s%n  actual   %s"
              .formatted(expected, describe(error)));
    }
  }

  private static boolean isSyntax(ErrorCode code) {
    return code.number() < ErrorCode.SOURCE_NOT_FOUND.number();
  }

  private static Optional<Diagnostic> diagnostic(RuntimeException error) {
    if (error instanceof StatementException wrong) {
      return Optional.of(wrong.diagnostic());
    }
    return error instanceof DiagnosticException wrong
        ? Optional.of(wrong.diagnostic())
        : Optional.empty();
  }

  private static String describe(RuntimeException error) {
    return diagnostic(error)
        .map(found -> found.code() + ": " + found.message())
        .orElseGet(() -> String.join(" <- ", ProcessingError.causesOf(error)));
  }

  private void feed() {
    List<Map.Entry<String, StoredRecord>> fed = new ArrayList<>();
    for (TestCase.Message message : test.inputs()) {
      TopicCodecs codec = codecs(message.topic());
      RecordHeaders headers = new RecordHeaders();
      message.headers().forEach(header -> headers.add(header(header)));
      StoredRecord record =
          new StoredRecord(
              codec.keyBytes(message),
              codec.valueBytes(message.value()),
              message.timestamp().orElse(0),
              headers);
      records.add(message.topic(), record);
      fed.add(Map.entry(message.topic(), record));
    }
    for (DriverQuery query : queries.all()) {
      query.run(fed, records);
    }
  }

  private static RecordHeader header(TestCase.MessageHeader header) {
    return new RecordHeader(
        header.key(), header.value() == null ? null : Base64.getDecoder().decode(header.value()));
  }

  private TopicCodecs codecs(String topic) {
    PlainCodecs.Json.Numbers numbers =
        "false".equalsIgnoreCase(test.properties().get(EXACT_NUMBERS))
            ? PlainCodecs.Json.Numbers.DOUBLES
            : PlainCodecs.Json.Numbers.EXACT;
    return TopicCodecs.of(topic, engine.catalog(), registry, numbers);
  }

  /** What the queries had to say, which often tells why a record is missing. */
  private String logged() {
    return log.errors().stream()
        .limit(SHOWN_ERRORS)
        .map(
            error ->
                "%n  logged   %s: %s %s".formatted(error.step(), error.message(), error.causes()))
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    engine.close();
    queries.close();
  }
}
