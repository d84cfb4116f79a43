package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.AlterSource;
import io.confluent.ksql.parser.ast.AssertTopic;
import io.confluent.ksql.parser.ast.AssertValues;
import io.confluent.ksql.parser.ast.ColumnDefinition;
import io.confluent.ksql.parser.ast.ColumnRole;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.Define;
import io.confluent.ksql.parser.ast.Describe;
import io.confluent.ksql.parser.ast.Explain;
import io.confluent.ksql.parser.ast.InsertValues;
import io.confluent.ksql.parser.ast.NamedType;
import io.confluent.ksql.parser.ast.Print;
import io.confluent.ksql.parser.ast.Properties;
import io.confluent.ksql.parser.ast.Property;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.QueryControl;
import io.confluent.ksql.parser.ast.ShowTopics;
import io.confluent.ksql.parser.ast.SourceKind;
import io.confluent.ksql.parser.ast.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementTreesTest {
  private static <S extends Statement> S parse(Class<S> type, String sql) {
    return type.cast(SqlParser.parse(sql, Dialect.TOOLS));
  }

  @Test
  void definesASource() {
    CreateSource create =
        parse(
            CreateSource.class,
            "CREATE STREAM healthsensor (eventid integer, sensorinput varchar KEY)"
                + " WITH (kafka_topic='HealthSensorInputTopic', value_format='DELIMITED', \"a.B\"=-2);");

    assertThat(create.kind()).isEqualTo(SourceKind.STREAM);
    assertThat(create.orReplace() || create.ifNotExists() || create.readOnly()).isFalse();
    assertThat(create.name().text()).isEqualTo("HEALTHSENSOR");
    assertThat(create.columns())
        .extracting(c -> c.name().text())
        .containsExactly("EVENTID", "SENSORINPUT");
    assertThat(create.columns())
        .extracting(ColumnDefinition::role)
        .containsExactly(new ColumnRole.Value(), new ColumnRole.Key());
    assertThat(create.columns().get(0).type())
        .isInstanceOfSatisfying(
            NamedType.class, type -> assertThat(type.name().text()).isEqualTo("INTEGER"));
    assertThat(create.with().properties())
        .extracting(Property::name)
        .containsExactly("KAFKA_TOPIC", "VALUE_FORMAT", "a.B");
    assertThat(create.with().get("Kafka_Topic").orElseThrow().value().value())
        .isEqualTo("HealthSensorInputTopic");
    assertThat(create.with().get("A.b").orElseThrow().value().value()).isEqualTo(-2);
    assertThat(create.with().get("PARTITIONS")).isEmpty();
  }

  @Test
  void theLastOfRepeatedPropertiesCounts() {
    Properties with =
        parse(CreateSource.class, "CREATE STREAM s WITH (a = 1, A = 2, b = NULL)").with();

    assertThat(with.get("a").orElseThrow().value().value()).isEqualTo(2);
    assertThat(with.get("b").orElseThrow().value().isNull()).isTrue();
    assertThat(with.get("a").orElseThrow().value().isNull()).isFalse();
    assertThat(Properties.none().isEmpty()).isTrue();
  }

  @Test
  void readsWhatSourcesAreFilledFrom() {
    CreateSource create =
        parse(
            CreateSource.class,
            "CREATE OR REPLACE SOURCE TABLE IF NOT EXISTS t"
                + " (a INT PRIMARY KEY, b INT HEADERS, c BYTES HEADER('it''s'))");

    assertThat(create.kind()).isEqualTo(SourceKind.TABLE);
    assertThat(create.orReplace() && create.ifNotExists() && create.readOnly()).isTrue();
    assertThat(create.columns())
        .extracting(ColumnDefinition::role)
        .containsExactly(
            new ColumnRole.PrimaryKey(), new ColumnRole.Headers(), new ColumnRole.Header("it's"));
    assertThat(create.with().isEmpty()).isTrue();
  }

  @Test
  void keepsTheCaseOfTopicsAndVariables() {
    assertThat(parse(Print.class, "PRINT myTopic").topic().text()).isEqualTo("myTopic");
    assertThat(parse(Print.class, "PRINT `myTopic`").topic().text()).isEqualTo("myTopic");
    assertThat(parse(Print.class, "PRINT 'electric-t'").topic().text()).isEqualTo("electric-t");
    assertThat(parse(AssertTopic.class, "ASSERT TOPIC aB TIMEOUT 2 MINUTE").topic().text())
        .isEqualTo("aB");
    assertThat(parse(Define.class, "DEFINE aB = '''x'''"))
        .isEqualTo(new Define(new Span(0, 19), new Identifier("aB", new Span(7, 2), false), "'x'"));
  }

  @Test
  void printsFromTheBeginningEveryNthUpToALimit() {
    Print print = parse(Print.class, "PRINT t FROM BEGINNING SAMPLE 3 LIMIT 7");

    assertThat(print.fromBeginning()).isTrue();
    assertThat(print.interval()).contains(3);
    assertThat(print.limit()).contains(7);
  }

  @Test
  void assertsUntilATimeout() {
    AssertTopic topic = parse(AssertTopic.class, "ASSERT NOT EXISTS TOPIC t TIMEOUT 2 MINUTE");

    assertThat(topic.exists()).isFalse();
    assertThat(topic.timeout()).contains(Duration.ofMinutes(2));
    assertThat(parse(AssertTopic.class, "ASSERT TOPIC t").exists()).isTrue();
    AssertValues deleted = parse(AssertValues.class, "ASSERT NULL VALUES t (k) KEY (1)");
    assertThat(deleted.tombstone()).isTrue();
    assertThat(deleted.columns()).containsExactly(Identifier.of("K"));
  }

  @Test
  void controlsOneQueryOrAll() {
    QueryControl one = parse(QueryControl.class, "TERMINATE QUERY csas_a;");
    QueryControl all = parse(QueryControl.class, "pause all");

    assertThat(one.action()).isEqualTo(QueryControl.Action.TERMINATE);
    assertThat(one.queryId()).contains(Identifier.of("CSAS_A"));
    assertThat(all.action()).isEqualTo(QueryControl.Action.PAUSE);
    assertThat(all.queryId()).isEmpty();
    assertThat(parse(QueryControl.class, "RESUME \"q-1\"").queryId().map(Identifier::text))
        .contains("q-1");
  }

  @Test
  void takesClassicForms() {
    assertThat(parse(Describe.class, "DESCRIBE EXTENDED x").extended()).isTrue();
    assertThat(parse(Describe.class, "DESCRIBE x").extended()).isFalse();
    assertThat(parse(ShowTopics.class, "LIST REGISTERED TOPICS").all()).isFalse();
    CreateAsSelect continued =
        parse(
            CreateAsSelect.class,
            "CREATE STREAM AnomalyDetection WITH (VALUE_FORMAT='AVRO') AS \\\n"
                + "SELECT eventid, sensorinput, \\  \r\n"
                + " CAST (anomaly(sensorinput) AS DOUBLE) as Anomaly FROM healthsensor; \\");
    assertThat(continued.query().select()).hasSize(3);
  }

  @Test
  void explainsAQueryOrAStatement() {
    assertThat(parse(Explain.class, "EXPLAIN q").queryId()).contains(Identifier.of("Q"));
    Explain explain = parse(Explain.class, "EXPLAIN SELECT * FROM s;");
    assertThat(explain.queryId()).isEmpty();
    assertThat(explain.statement().orElseThrow()).isInstanceOf(Query.class);
    assertThat(explain.statement().orElseThrow().span()).isEqualTo(new Span(8, 15));
  }

  @Test
  void insertsValuesWithOrWithoutColumns() {
    InsertValues named = parse(InsertValues.class, "INSERT INTO s (a, `b`) VALUES (1, -2)");

    assertThat(named.columns()).isEqualTo(List.of(Identifier.of("A"), Identifier.of("b")));
    assertThat(named.values()).hasSize(2);
    assertThat(parse(InsertValues.class, "INSERT INTO s VALUES (1)").columns()).isEmpty();
  }

  @Test
  void addsColumns() {
    AlterSource alter = parse(AlterSource.class, "ALTER TABLE t ADD a INT, ADD COLUMN b INT");

    assertThat(alter.kind()).isEqualTo(SourceKind.TABLE);
    assertThat(alter.added()).extracting(c -> c.name().text()).containsExactly("A", "B");
    assertThat(alter.added().get(1).span()).isEqualTo(new Span(36, 5));
  }

  @Test
  void wordsThatAreNotReservedCanBeNames() {
    Query query =
        (Query)
            SqlParser.parse(
                "SELECT value, type, key, id, date, time AS timestamp, source.header AS `select`,"
                    + " map['k'], array[1]->string, day FROM partition source"
                    + " WHERE struct IS NULL EMIT CHANGES");

    assertThat(query.select()).hasSize(10);
    assertThat(query.emit()).isPresent();
    assertThat(query.from().toString()).contains("PARTITION").contains("SOURCE");
    assertThat(query.limit()).isEqualTo(Optional.empty());
  }
}
