package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.format.StatementFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of every statement, and how it is written when it is written back. */
class StatementFormsTest {
  private record Form(String written, String formatted) {}

  private static Form form(String written, String formatted) {
    return new Form(written, formatted);
  }

  private static Form same(String sql) {
    return new Form(sql, sql);
  }

  static List<Form> forms() {
    return List.of(
        same("CREATE STREAM S"),
        same("CREATE STREAM S (A INTEGER, B VARCHAR) WITH (KAFKA_TOPIC='t', VALUE_FORMAT='JSON')"),
        same("CREATE OR REPLACE STREAM S (A INTEGER KEY) WITH (KAFKA_TOPIC='t')"),
        same("CREATE SOURCE STREAM S WITH (KAFKA_TOPIC='t')"),
        same("CREATE OR REPLACE SOURCE TABLE T (A INTEGER PRIMARY KEY) WITH (KAFKA_TOPIC='t')"),
        same("CREATE TABLE IF NOT EXISTS T (A INTEGER PRIMARY KEY, B STRING)"),
        same("CREATE STREAM S (H ARRAY<STRUCT<`key` STRING>> HEADERS, H2 BYTES HEADER('k'))"),
        form(
            "create stream s (c varchar(string), d decimal(4,2), e int array) with (\"x.y\"=-1, 'z'=true)",
            "CREATE STREAM S (C VARCHAR, D DECIMAL(4, 2), E ARRAY<INT>) WITH ('x.y'=-1, 'z'=TRUE)"),
        same("CREATE STREAM S WITH (PARTITIONS=1) AS SELECT * FROM T"),
        same("CREATE OR REPLACE TABLE S AS SELECT * FROM T"),
        same("CREATE TABLE IF NOT EXISTS S AS SELECT * FROM T EMIT CHANGES"),
        same("INSERT INTO S SELECT * FROM T"),
        same("INSERT INTO S WITH (QUERY_ID='q') SELECT * FROM T"),
        same("INSERT INTO S VALUES (1, 'a', NULL)"),
        same("INSERT INTO S (A, B) VALUES (ARRAY[1], MAP('k' := 2))"),
        same("INSERT INTO S VALUES ()"),
        same("DROP STREAM S"),
        same("DROP TABLE IF EXISTS S DELETE TOPIC"),
        form(
            "ALTER STREAM s ADD c INT, ADD COLUMN d STRING",
            "ALTER STREAM S ADD COLUMN C INT, ADD COLUMN D STRING"),
        same("ALTER TABLE S ADD COLUMN C MAP<STRING, INT>"),
        same("ALTER SYSTEM 'a' = 'b'"),
        same("CREATE TYPE A AS STRUCT<X INT, Y ARRAY<DOUBLE>>"),
        same("CREATE TYPE IF NOT EXISTS A AS STRUCT<>"),
        same("DROP TYPE A"),
        same("DROP TYPE IF EXISTS A"),
        same("CREATE SOURCE CONNECTOR `my-c` WITH ('connector.class'='X', 'tasks.max'=2)"),
        same("CREATE SINK CONNECTOR IF NOT EXISTS C WITH ('a'='b')"),
        same("DROP CONNECTOR C"),
        same("DROP CONNECTOR IF EXISTS C"),
        same("SHOW STREAMS"),
        form("LIST STREAMS EXTENDED", "SHOW STREAMS EXTENDED"),
        same("SHOW TABLES"),
        form("list tables extended", "SHOW TABLES EXTENDED"),
        same("SHOW FUNCTIONS"),
        form("LIST FUNCTIONS EXTENDED", "SHOW FUNCTIONS EXTENDED"),
        same("SHOW TOPICS"),
        form("LIST ALL TOPICS EXTENDED", "SHOW ALL TOPICS EXTENDED"),
        form("LIST REGISTERED TOPICS", "SHOW TOPICS"),
        same("SHOW PROPERTIES"),
        same("SHOW QUERIES"),
        same("SHOW QUERIES EXTENDED"),
        same("SHOW TYPES"),
        same("SHOW VARIABLES"),
        same("SHOW CONNECTORS"),
        same("SHOW SOURCE CONNECTORS"),
        same("SHOW SINK CONNECTORS"),
        same("SHOW CONNECTOR PLUGINS"),
        same("DESCRIBE S"),
        same("DESCRIBE S EXTENDED"),
        form("describe extended s;", "DESCRIBE S EXTENDED"),
        form("DESCRIBE function", "DESCRIBE FUNCTION"),
        same("DESCRIBE STREAMS"),
        same("DESCRIBE STREAMS EXTENDED"),
        same("DESCRIBE TABLES"),
        same("DESCRIBE TABLES EXTENDED"),
        same("DESCRIBE `TABLES`"),
        same("DESCRIBE FUNCTION ABS"),
        same("DESCRIBE CONNECTOR `c`"),
        form("PRINT myTopic", "PRINT 'myTopic'"),
        same("PRINT 'my-topic' FROM BEGINNING INTERVAL 2 LIMIT 3"),
        form("print \"t\" SAMPLE 5", "PRINT 't' INTERVAL 5"),
        same("EXPLAIN CSAS_X_1"),
        same("EXPLAIN SELECT * FROM S"),
        same("EXPLAIN CREATE STREAM X AS SELECT * FROM S"),
        form("TERMINATE csas_x_0", "TERMINATE CSAS_X_0"),
        form("TERMINATE QUERY x", "TERMINATE X"),
        same("TERMINATE ALL"),
        same("PAUSE Q"),
        same("PAUSE ALL"),
        same("RESUME Q"),
        same("RESUME ALL"),
        form("set 'a'='b'", "SET 'a' = 'b'"),
        same("SET 'it''s' = ''"),
        same("UNSET 'a'"),
        form("DEFINE myVar='1'", "DEFINE myVar = '1'"),
        same("DEFINE select = 'x'"),
        same("UNDEFINE myVar"),
        same("ASSERT TOPIC 't'"),
        form(
            "ASSERT NOT EXISTS TOPIC Mixed WITH (PARTITIONS=2) TIMEOUT 90 SECOND",
            "ASSERT NOT EXISTS TOPIC 'Mixed' WITH (PARTITIONS=2) TIMEOUT 90 SECONDS"),
        same("ASSERT SCHEMA SUBJECT 's-value' ID 4 TIMEOUT 1 MINUTES"),
        same("ASSERT NOT EXISTS SCHEMA ID 4"),
        same("ASSERT VALUES S (A, B) VALUES (1, 'x')"),
        same("ASSERT VALUES S VALUES (1)"),
        same("ASSERT NULL VALUES T (A) KEY (1)"),
        same("ASSERT STREAM S (A INT KEY) WITH (KAFKA_TOPIC='t')"),
        same("ASSERT TABLE T (A INT PRIMARY KEY)"),
        same("RUN SCRIPT 'a.sql'"),
        same("SELECT * FROM S"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void isUnderstood(Form form) {
    Statement parsed = SqlParser.parse(form.written, Dialect.TOOLS);

    assertThat(StatementFormatter.format(parsed)).isEqualTo(form.formatted);
    assertThat(Shape.of(SqlParser.parse(form.formatted, Dialect.TOOLS)))
        .isEqualTo(Shape.of(parsed));
  }

  @Test
  void noStatementIsLeftOut() {
    Set<Class<?>> covered =
        forms().stream()
            .map(form -> SqlParser.parse(form.written, Dialect.TOOLS).getClass())
            .collect(Collectors.toSet());

    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList(Statement.class.getPermittedSubclasses()));
  }
}
