package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.parser.ast.AlterSource;
import io.confluent.ksql.parser.ast.AlterSystem;
import io.confluent.ksql.parser.ast.AssertSchema;
import io.confluent.ksql.parser.ast.AssertSource;
import io.confluent.ksql.parser.ast.AssertTopic;
import io.confluent.ksql.parser.ast.AssertValues;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.CreateConnector;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.CreateType;
import io.confluent.ksql.parser.ast.Define;
import io.confluent.ksql.parser.ast.Describe;
import io.confluent.ksql.parser.ast.DescribeConnector;
import io.confluent.ksql.parser.ast.DescribeFunction;
import io.confluent.ksql.parser.ast.DescribeSources;
import io.confluent.ksql.parser.ast.DropConnector;
import io.confluent.ksql.parser.ast.DropSource;
import io.confluent.ksql.parser.ast.DropType;
import io.confluent.ksql.parser.ast.Explain;
import io.confluent.ksql.parser.ast.InsertSelect;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.parser.ast.Print;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.QueryControl;
import io.confluent.ksql.parser.ast.RunScript;
import io.confluent.ksql.parser.ast.SetProperty;
import io.confluent.ksql.parser.ast.ShowConnectorPlugins;
import io.confluent.ksql.parser.ast.ShowConnectors;
import io.confluent.ksql.parser.ast.ShowFunctions;
import io.confluent.ksql.parser.ast.ShowProperties;
import io.confluent.ksql.parser.ast.ShowQueries;
import io.confluent.ksql.parser.ast.ShowSources;
import io.confluent.ksql.parser.ast.ShowTopics;
import io.confluent.ksql.parser.ast.ShowTypes;
import io.confluent.ksql.parser.ast.ShowVariables;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.Undefine;
import io.confluent.ksql.parser.ast.UnsetProperty;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.server.connect.ConnectSettings;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.FieldSchema;
import io.confluent.ksql.rest.wire.TypesList;
import io.confluent.ksql.rest.wire.VariablesList;
import io.confluent.ksql.setting.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The handlers of a server. */
public final class StatementHandlers {
  private StatementHandlers() {}

  /**
   * A handler for every kind of statement.
   *
   * @param server this server as {@code host:port}, for answers that say where something runs
   */
  public static HandlerTable of(ServerParts parts, String server) {
    QueryDescriber queries = new QueryDescriber(parts, server);
    SourceDescriber sources = new SourceDescriber(parts, queries);
    CommandHandler commands = new CommandHandler(parts);
    FunctionHandlers functions = new FunctionHandlers(parts.functions());
    TopicHandlers topics = new TopicHandlers(parts);
    ConnectorHandlers connectors = new ConnectorHandlers(worker(parts.settings()), sources);
    return HandlerTable.builder()
        .onEach(
            Set.of(
                CreateSource.class,
                CreateAsSelect.class,
                InsertSelect.class,
                DropSource.class,
                AlterSource.class,
                CreateType.class,
                DropType.class),
            commands)
        .on(InsertValues.class, (insert, prepared) -> commands.handle(insert, prepared))
        .on(QueryControl.class, new QueryControlHandler(parts, commands))
        .onEach(
            Set.of(SetProperty.class, UnsetProperty.class, Define.class, Undefine.class),
            (statement, prepared) -> Optional.empty())
        .on(ShowVariables.class, (show, prepared) -> Optional.of(variables(prepared)))
        .on(ShowTypes.class, (show, prepared) -> Optional.of(types(parts, prepared)))
        .on(ShowProperties.class, new PropertiesHandler(parts))
        .on(ShowSources.class, sources::show)
        .on(DescribeSources.class, sources::describeAll)
        .on(Describe.class, sources::describe)
        .on(ShowQueries.class, queries::show)
        .on(Explain.class, queries::explain)
        .on(ShowFunctions.class, functions::show)
        .on(DescribeFunction.class, functions::describe)
        .on(ShowTopics.class, topics::show)
        .on(AssertTopic.class, topics::assertTopic)
        .on(AssertSchema.class, new AssertSchemaHandler(parts))
        .on(CreateConnector.class, connectors::create)
        .on(DropConnector.class, connectors::drop)
        .on(ShowConnectors.class, connectors::show)
        .on(ShowConnectorPlugins.class, connectors::plugins)
        .on(DescribeConnector.class, connectors::describe)
        .onEach(
            Set.of(AlterSystem.class, RunScript.class, AssertValues.class, AssertSource.class),
            (statement, prepared) -> refuse(statement, "This server does not take it."))
        .onEach(
            Set.of(Query.class, Print.class),
            (statement, prepared) ->
                refuse(statement, "Its rows are given by /query and /query-stream."))
        .build();
  }

  private static ConnectWorker worker(Settings settings) {
    return new ConnectWorker(
        settings.get(ConnectSettings.URL),
        settings.get(ConnectSettings.TIMEOUT),
        settings.get(ConnectSettings.CREDENTIALS_FILE));
  }

  private static Optional<Entity> refuse(Statement statement, String why) {
    throw Diagnostic.error(
            ErrorCode.NOT_SUPPORTED, statement.span(), "The statement is not supported. %s", why)
        .toException();
  }

  private static Entity variables(Prepared prepared) {
    List<VariablesList.Variable> variables =
        prepared.session().variables().entrySet().stream()
            .map(entry -> new VariablesList.Variable(entry.getKey(), entry.getValue()))
            .toList();
    return new VariablesList(prepared.text(), variables, List.of());
  }

  private static Entity types(ServerParts parts, Prepared prepared) {
    Map<String, FieldSchema> types = new LinkedHashMap<>();
    parts.engine().catalog().types().forEach((name, type) -> types.put(name, FieldSchema.of(type)));
    return new TypesList(prepared.text(), types, List.of());
  }
}
