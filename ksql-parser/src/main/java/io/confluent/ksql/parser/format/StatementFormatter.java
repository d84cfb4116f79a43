package io.confluent.ksql.parser.format;

import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.*;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Statements, without the semicolon. */
public final class StatementFormatter {
  private static final Map<Class<? extends Statement>, Function<Statement, String>> FORMATS =
      Map.ofEntries(
          entry(Query.class, QueryFormatter::format),
          entry(CreateSource.class, DefinitionFormatter::createSource),
          entry(CreateAsSelect.class, DefinitionFormatter::createAsSelect),
          entry(InsertSelect.class, DefinitionFormatter::insertSelect),
          entry(InsertValues.class, DefinitionFormatter::insertValues),
          entry(DropSource.class, DefinitionFormatter::dropSource),
          entry(AlterSource.class, DefinitionFormatter::alterSource),
          entry(CreateType.class, DefinitionFormatter::createType),
          entry(DropType.class, DefinitionFormatter::dropType),
          entry(CreateConnector.class, DefinitionFormatter::createConnector),
          entry(DropConnector.class, DefinitionFormatter::dropConnector),
          entry(AssertTopic.class, StatementFormatter::assertTopic),
          entry(AssertSchema.class, StatementFormatter::assertSchema),
          entry(AssertValues.class, DefinitionFormatter::assertValues),
          entry(AssertSource.class, DefinitionFormatter::assertSource),
          entry(Describe.class, s -> "DESCRIBE " + name(s.source()) + extended(s.extended())),
          entry(DescribeSources.class, s -> "DESCRIBE " + s.kind() + "S" + extended(s.extended())),
          entry(DescribeFunction.class, s -> "DESCRIBE FUNCTION " + name(s.name())),
          entry(DescribeConnector.class, s -> "DESCRIBE CONNECTOR " + name(s.name())),
          entry(ShowSources.class, s -> "SHOW " + s.kind() + "S" + extended(s.extended())),
          entry(
              ShowTopics.class,
              s -> "SHOW " + (s.all() ? "ALL " : "") + "TOPICS" + extended(s.extended())),
          entry(ShowFunctions.class, s -> "SHOW FUNCTIONS" + extended(s.extended())),
          entry(ShowProperties.class, s -> "SHOW PROPERTIES"),
          entry(ShowQueries.class, s -> "SHOW QUERIES" + extended(s.extended())),
          entry(ShowTypes.class, s -> "SHOW TYPES"),
          entry(ShowVariables.class, s -> "SHOW VARIABLES"),
          entry(
              ShowConnectors.class,
              s -> "SHOW " + s.kind().map(kind -> kind + " ").orElse("") + "CONNECTORS"),
          entry(ShowConnectorPlugins.class, s -> "SHOW CONNECTOR PLUGINS"),
          entry(Print.class, StatementFormatter::print),
          entry(Explain.class, StatementFormatter::explain),
          entry(
              QueryControl.class,
              s -> s.action() + " " + s.queryId().map(NameFormatter::format).orElse("ALL")),
          entry(SetProperty.class, s -> "SET " + assignment(s.name(), s.value())),
          entry(UnsetProperty.class, s -> "UNSET " + NameFormatter.text(s.name())),
          entry(AlterSystem.class, s -> "ALTER SYSTEM " + assignment(s.name(), s.value())),
          entry(Define.class, s -> "DEFINE " + s.name() + " = " + NameFormatter.text(s.value())),
          entry(Undefine.class, s -> "UNDEFINE " + s.name()),
          entry(RunScript.class, s -> "RUN SCRIPT " + NameFormatter.text(s.file())));

  private StatementFormatter() {}

  /** The statement as SQL on one line. */
  public static String format(Statement statement) {
    return FORMATS.get(statement.getClass()).apply(statement);
  }

  private static <S extends Statement>
      Map.Entry<Class<? extends Statement>, Function<Statement, String>> entry(
          Class<S> type, Function<S, String> format) {
    return Map.entry(type, statement -> format.apply(type.cast(statement)));
  }

  private static String name(Identifier name) {
    return NameFormatter.format(name);
  }

  private static String extended(boolean extended) {
    return extended ? " EXTENDED" : "";
  }

  private static String assignment(String name, String value) {
    return NameFormatter.text(name) + " = " + NameFormatter.text(value);
  }

  private static String print(Print print) {
    return "PRINT "
        + NameFormatter.text(print.topic().text())
        + (print.fromBeginning() ? " FROM BEGINNING" : "")
        + print.interval().map(count -> " INTERVAL " + count).orElse("")
        + print.limit().map(count -> " LIMIT " + count).orElse("");
  }

  private static String explain(Explain explain) {
    return "EXPLAIN "
        + explain
            .queryId()
            .map(NameFormatter::format)
            .or(() -> explain.statement().map(StatementFormatter::format))
            .orElseThrow();
  }

  private static String assertTopic(AssertTopic statement) {
    return existence(statement.exists())
        + "TOPIC "
        + NameFormatter.text(statement.topic().text())
        + DefinitionFormatter.with(statement.with())
        + timeout(statement.timeout());
  }

  private static String assertSchema(AssertSchema statement) {
    return existence(statement.exists())
        + "SCHEMA"
        + statement.subject().map(s -> " SUBJECT " + NameFormatter.text(s.text())).orElse("")
        + statement.id().map(id -> " ID " + id).orElse("")
        + timeout(statement.timeout());
  }

  private static String existence(boolean exists) {
    return exists ? "ASSERT " : "ASSERT NOT EXISTS ";
  }

  private static String timeout(Optional<Duration> timeout) {
    return timeout.map(t -> " TIMEOUT " + LiteralFormatter.format(t)).orElse("");
  }
}
