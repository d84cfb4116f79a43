package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.*;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.*;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Statements; what is inside them is left to the builders of the clauses. */
final class StatementBuilder extends StrictVisitor<Statement> {
  private final Spans spans;
  private final NameBuilder names;
  private final LiteralBuilder literals;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;
  private final QueryBuilder queries;
  private final DefinitionBuilder definitions;

  StatementBuilder(Spans spans) {
    this.spans = spans;
    this.names = new NameBuilder(spans);
    this.literals = new LiteralBuilder(spans, names);
    this.types = new TypeBuilder(spans, names, literals);
    this.expressions = new ExpressionBuilder(spans, names, literals, types);
    this.queries = new QueryBuilder(spans, names, literals, expressions);
    this.definitions = new DefinitionBuilder(spans, names, literals, types);
  }

  Statement statement(StatementContext context) {
    return context.accept(this);
  }

  Expression expression(ExpressionContext context) {
    return expressions.expression(context);
  }

  TypeName type(TypeContext context) {
    return types.type(context);
  }

  private Span span(ParserRuleContext context) {
    return spans.of(context);
  }

  private static SourceKind kind(SourceKindContext context) {
    return context.TABLE() != null ? SourceKind.TABLE : SourceKind.STREAM;
  }

  private static ConnectorKind kind(ConnectorKindContext context) {
    return context.SINK() != null ? ConnectorKind.SINK : ConnectorKind.SOURCE;
  }

  @Override
  public Statement visitPlain(PlainContext context) {
    return context.plainStatement().accept(this);
  }

  // Queries, and what is built of them

  @Override
  public Statement visitQueryStatement(QueryStatementContext context) {
    return queries.query(context.query());
  }

  @Override
  public Statement visitCreateAsSelect(CreateAsSelectContext context) {
    return new CreateAsSelect(
        span(context),
        kind(context.sourceKind()),
        context.REPLACE() != null,
        context.ifNotExists() != null,
        names.source(context.sourceName()),
        definitions.properties(context.withClause()),
        queries.query(context.query()));
  }

  @Override
  public Statement visitInsertSelect(InsertSelectContext context) {
    return new InsertSelect(
        span(context),
        names.source(context.sourceName()),
        definitions.properties(context.withClause()),
        queries.query(context.query()));
  }

  @Override
  public Statement visitInsertValues(InsertValuesContext context) {
    return new InsertValues(
        span(context),
        names.source(context.sourceName()),
        names.list(context.names()),
        expressions.values(context.values()));
  }

  @Override
  public Statement visitExplain(ExplainContext context) {
    return new Explain(
        span(context),
        Optional.ofNullable(context.identifier()).map(names::identifier),
        Optional.ofNullable(context.plainStatement()).map(plain -> plain.accept(this)));
  }

  @Override
  public Statement visitQueryControl(QueryControlContext context) {
    return new QueryControl(
        span(context),
        QueryControl.Action.valueOf(Words.of(context.action.getType())),
        Optional.ofNullable(context.identifier()).map(names::identifier));
  }

  // Definitions

  @Override
  public Statement visitCreateSource(CreateSourceContext context) {
    SourceKind kind = kind(context.sourceKind());
    return new CreateSource(
        span(context),
        kind,
        context.REPLACE() != null,
        context.ifNotExists() != null,
        context.SOURCE() != null,
        names.source(context.sourceName()),
        definitions.columns(context.columns(), kind),
        definitions.properties(context.withClause()));
  }

  @Override
  public Statement visitDropSource(DropSourceContext context) {
    return new DropSource(
        span(context),
        kind(context.sourceKind()),
        context.ifExists() != null,
        names.source(context.sourceName()),
        context.DELETE() != null);
  }

  @Override
  public Statement visitAlterSource(AlterSourceContext context) {
    return new AlterSource(
        span(context),
        kind(context.sourceKind()),
        names.source(context.sourceName()),
        context.addColumn().stream().map(definitions::added).toList());
  }

  @Override
  public Statement visitCreateType(CreateTypeContext context) {
    return new CreateType(
        span(context),
        context.ifNotExists() != null,
        names.identifier(context.identifier()),
        types.type(context.type()));
  }

  @Override
  public Statement visitDropType(DropTypeContext context) {
    return new DropType(
        span(context), context.ifExists() != null, names.identifier(context.identifier()));
  }

  @Override
  public Statement visitCreateConnector(CreateConnectorContext context) {
    return new CreateConnector(
        span(context),
        kind(context.connectorKind()),
        context.ifNotExists() != null,
        names.identifier(context.identifier()),
        definitions.properties(context.withClause()));
  }

  @Override
  public Statement visitDropConnector(DropConnectorContext context) {
    return new DropConnector(
        span(context), context.ifExists() != null, names.identifier(context.identifier()));
  }

  // Questions

  @Override
  public Statement visitDescribeSource(DescribeSourceContext context) {
    return new Describe(
        span(context), names.source(context.sourceName()), context.EXTENDED() != null);
  }

  @Override
  public Statement visitDescribeStreams(DescribeStreamsContext context) {
    return new DescribeSources(span(context), SourceKind.STREAM, context.EXTENDED() != null);
  }

  @Override
  public Statement visitDescribeTables(DescribeTablesContext context) {
    return new DescribeSources(span(context), SourceKind.TABLE, context.EXTENDED() != null);
  }

  @Override
  public Statement visitDescribeFunction(DescribeFunctionContext context) {
    return new DescribeFunction(span(context), names.identifier(context.identifier()));
  }

  @Override
  public Statement visitDescribeConnector(DescribeConnectorContext context) {
    return new DescribeConnector(span(context), names.identifier(context.identifier()));
  }

  @Override
  public Statement visitShowStreams(ShowStreamsContext context) {
    return new ShowSources(span(context), SourceKind.STREAM, context.EXTENDED() != null);
  }

  @Override
  public Statement visitShowTables(ShowTablesContext context) {
    return new ShowSources(span(context), SourceKind.TABLE, context.EXTENDED() != null);
  }

  @Override
  public Statement visitShowTopics(ShowTopicsContext context) {
    return new ShowTopics(span(context), context.ALL() != null, context.EXTENDED() != null);
  }

  @Override
  public Statement visitShowFunctions(ShowFunctionsContext context) {
    return new ShowFunctions(span(context), context.EXTENDED() != null);
  }

  @Override
  public Statement visitShowProperties(ShowPropertiesContext context) {
    return new ShowProperties(span(context));
  }

  @Override
  public Statement visitShowQueries(ShowQueriesContext context) {
    return new ShowQueries(span(context), context.EXTENDED() != null);
  }

  @Override
  public Statement visitShowTypes(ShowTypesContext context) {
    return new ShowTypes(span(context));
  }

  @Override
  public Statement visitShowVariables(ShowVariablesContext context) {
    return new ShowVariables(span(context));
  }

  @Override
  public Statement visitShowConnectors(ShowConnectorsContext context) {
    return new ShowConnectors(
        span(context), Optional.ofNullable(context.connectorKind()).map(StatementBuilder::kind));
  }

  @Override
  public Statement visitShowConnectorPlugins(ShowConnectorPluginsContext context) {
    return new ShowConnectorPlugins(span(context));
  }

  @Override
  public Statement visitPrint(PrintContext context) {
    return new Print(
        span(context),
        names.topic(context.topicName()),
        context.BEGINNING() != null,
        literals.optionalInteger(context.interval),
        literals.optionalInteger(context.count));
  }

  // Properties and variables

  @Override
  public Statement visitSetProperty(SetPropertyContext context) {
    return new SetProperty(
        span(context),
        spans.between(context.name.getStart(), context.value.getStop()),
        names.text(context.name),
        names.text(context.value));
  }

  @Override
  public Statement visitUnsetProperty(UnsetPropertyContext context) {
    return new UnsetProperty(
        span(context), spans.of(context.string()), names.text(context.string()));
  }

  @Override
  public Statement visitAlterSystem(AlterSystemContext context) {
    return new AlterSystem(span(context), names.text(context.name), names.text(context.value));
  }

  @Override
  public Statement visitDefine(DefineContext context) {
    return new Define(
        span(context), names.variable(context.variableName()), names.text(context.string()));
  }

  @Override
  public Statement visitUndefine(UndefineContext context) {
    return new Undefine(span(context), names.variable(context.variableName()));
  }

  // Assertions and scripts

  @Override
  public Statement visitAssertTopic(AssertTopicContext context) {
    return new AssertTopic(
        span(context),
        context.NOT() == null,
        names.topic(context.topicName()),
        definitions.properties(context.withClause()),
        Optional.ofNullable(context.timeout()).map(t -> literals.duration(t.duration())));
  }

  @Override
  public Statement visitAssertSchema(AssertSchemaContext context) {
    return new AssertSchema(
        span(context),
        context.NOT() == null,
        Optional.ofNullable(context.topicName()).map(names::topic),
        literals.optionalInteger(context.integer()),
        Optional.ofNullable(context.timeout()).map(t -> literals.duration(t.duration())));
  }

  @Override
  public Statement visitAssertValues(AssertValuesContext context) {
    return assertRow(context, false, context.sourceName(), context.names(), context.values());
  }

  @Override
  public Statement visitAssertTombstone(AssertTombstoneContext context) {
    return assertRow(context, true, context.sourceName(), context.names(), context.values());
  }

  private Statement assertRow(
      ParserRuleContext context,
      boolean tombstone,
      SourceNameContext source,
      NamesContext columns,
      ValuesContext values) {
    List<Identifier> named = names.list(columns);
    return new AssertValues(
        span(context), tombstone, names.source(source), named, expressions.values(values));
  }

  @Override
  public Statement visitAssertSource(AssertSourceContext context) {
    SourceKind kind = kind(context.sourceKind());
    return new AssertSource(
        span(context),
        kind,
        names.source(context.sourceName()),
        definitions.columns(context.columns(), kind),
        definitions.properties(context.withClause()));
  }

  @Override
  public Statement visitRunScript(RunScriptContext context) {
    return new RunScript(span(context), names.text(context.string()));
  }
}
