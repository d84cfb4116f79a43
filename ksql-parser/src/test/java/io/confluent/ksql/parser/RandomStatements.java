package io.confluent.ksql.parser;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.*;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Statements of every kind. */
final class RandomStatements extends RandomExpressions {
  private static final Span HERE = Span.NONE;
  private static final int KINDS = 37;

  RandomStatements(Random random) {
    super(random);
  }

  Statement statement() {
    int kind = random.nextInt(KINDS + 1);
    return kind == KINDS ? explain() : statement(kind);
  }

  private Statement explain() {
    return chance()
        ? new Explain(HERE, Optional.of(name()), Optional.empty())
        : new Explain(HERE, Optional.empty(), Optional.of(statement(random.nextInt(KINDS))));
  }

  private Statement statement(int number) {
    SourceKind kind = one(List.of(SourceKind.values()));
    boolean a = chance();
    boolean b = chance();
    return switch (number) {
      case 0, 1, 2 -> query();
      case 3 ->
          new CreateSource(HERE, kind, a, b, chance(), source(), columns(kind), properties(0));
      case 4 -> new CreateAsSelect(HERE, kind, a, b, source(), properties(0), query());
      case 5 -> new InsertSelect(HERE, source(), properties(0), query());
      case 6 ->
          new InsertValues(HERE, source(), some(0, 3, this::name), some(0, 3, this::expression));
      case 7 -> new DropSource(HERE, kind, a, source(), b);
      case 8 ->
          new AlterSource(HERE, kind, source(), some(1, 3, () -> column(new ColumnRole.Value())));
      case 9 -> new CreateType(HERE, a, name(), type(3));
      case 10 -> new DropType(HERE, a, name());
      case 11 ->
          new CreateConnector(HERE, one(List.of(ConnectorKind.values())), a, name(), properties(1));
      case 12 -> new DropConnector(HERE, a, name());
      case 13 -> new Describe(HERE, source(), a);
      case 14 -> new DescribeSources(HERE, kind, a);
      case 15 -> new DescribeFunction(HERE, name());
      case 16 -> new DescribeConnector(HERE, name());
      case 17 -> new ShowSources(HERE, kind, a);
      case 18 -> new ShowTopics(HERE, a, b);
      case 19 -> new ShowFunctions(HERE, a);
      case 20 -> new ShowProperties(HERE);
      case 21 -> new ShowQueries(HERE, a);
      case 22 -> new ShowTypes(HERE);
      case 23 -> new ShowVariables(HERE);
      case 24 -> new ShowConnectors(HERE, maybe(() -> one(List.of(ConnectorKind.values()))));
      case 25 -> new ShowConnectorPlugins(HERE);
      case 26 -> new Print(HERE, topic(), a, maybe(this::count), maybe(this::count));
      case 27 ->
          new QueryControl(HERE, one(List.of(QueryControl.Action.values())), maybe(this::name));
      case 28 -> new SetProperty(HERE, HERE, text(), text());
      case 29 -> new UnsetProperty(HERE, HERE, text());
      case 30 -> new AlterSystem(HERE, text(), text());
      case 31 -> new Define(HERE, variable(), text());
      case 32 -> new Undefine(HERE, variable());
      case 33 -> new AssertTopic(HERE, a, topic(), properties(0), maybe(this::duration));
      case 34 ->
          new AssertSchema(HERE, a, maybe(this::topic), maybe(this::count), maybe(this::duration));
      case 35 ->
          new AssertValues(HERE, a, source(), some(0, 3, this::name), some(0, 3, this::expression));
      default -> new AssertSource(HERE, kind, source(), columns(kind), properties(0));
    };
  }

  private List<ColumnDefinition> columns(SourceKind kind) {
    return some(0, 3, () -> column(role(kind)));
  }

  private ColumnRole role(SourceKind kind) {
    return switch (random.nextInt(4)) {
      case 0 -> new ColumnRole.Value();
      case 1 -> kind == SourceKind.TABLE ? new ColumnRole.PrimaryKey() : new ColumnRole.Key();
      case 2 -> new ColumnRole.Headers();
      default -> new ColumnRole.Header(text());
    };
  }

  private ColumnDefinition column(ColumnRole role) {
    return new ColumnDefinition(HERE, name(), type(2), role);
  }

  private Properties properties(int least) {
    return new Properties(HERE, some(least, 2, this::property));
  }

  private Property property() {
    String name = chance() ? one(List.of("KAFKA_TOPIC", "a.b", "VALUES", "")) : text();
    return new Property(HERE, chance() ? name.toUpperCase(Locale.ROOT) : name, literal());
  }

  Query query() {
    return new Query(
        HERE,
        some(1, 3, this::item),
        relation(random.nextInt(3)),
        maybe(this::window),
        maybe(this::expression),
        maybe(() -> new GroupBy(HERE, some(0, 2, this::expression))),
        maybe(() -> new PartitionBy(HERE, some(0, 2, this::expression))),
        maybe(this::expression),
        maybe(() -> one(List.of(Emit.values()))),
        maybe(this::count),
        HERE);
  }

  private SelectItem item() {
    return switch (random.nextInt(4)) {
      case 0 -> new AllColumns(HERE, maybe(this::name));
      case 1 -> new StructAll(HERE, expression());
      default -> new SingleColumn(HERE, expression(), maybe(this::name));
    };
  }

  private Relation relation(int joins) {
    return joins == 0
        ? aliased()
        : new Join(
            HERE,
            one(List.of(JoinType.values())),
            relation(joins - 1),
            aliased(),
            expression(),
            maybe(() -> new Within(HERE, duration(), duration(), maybe(this::duration))));
  }

  private AliasedSource aliased() {
    return new AliasedSource(HERE, source(), maybe(this::source));
  }

  private WindowClause window() {
    return switch (random.nextInt(3)) {
      case 0 -> new TumblingWindow(HERE, duration(), maybe(this::duration), maybe(this::duration));
      case 1 ->
          new HoppingWindow(
              HERE, duration(), duration(), maybe(this::duration), maybe(this::duration));
      default -> new SessionWindow(HERE, duration(), maybe(this::duration), maybe(this::duration));
    };
  }
}
