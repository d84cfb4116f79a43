package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries with EMIT CHANGES on a broker: each kind of join, tables, windows. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PushQueryTest {
  @TempDir private static Path state;
  private static RestServer server;

  /** What is due is looked for once a second otherwise, and here all records come at once. */
  private static final Map<String, String> AT_ONCE =
      Map.of(
          "ksql.streams.__emit.interval.ms.kstreams.outer.join.spurious.results.fix__", "0",
          "ksql.streams.__emit.interval.ms.kstreams.windowed.aggregation__", "0",
          "ksql.streams.cache.max.bytes.buffering", "0");

  @BeforeAll
  static void start() {
    server = RestServer.start(state, AT_ONCE);
    String name = TestBroker.newName("push-");
    String with = " WITH (kafka_topic='" + name + "-%s', partitions=1, value_format='JSON'%s);";
    String window = ", window_type='TUMBLING', window_size='10 SECONDS'";
    server.ksql(
        ("CREATE STREAM l (id INT KEY, v VARCHAR)" + with.formatted("l", ""))
            + ("CREATE STREAM r (id INT KEY, w VARCHAR)" + with.formatted("r", ""))
            + ("CREATE TABLE t (id INT PRIMARY KEY, x VARCHAR, other INT)"
                + with.formatted("t", ""))
            + ("CREATE TABLE u (id INT PRIMARY KEY, y VARCHAR)" + with.formatted("u", ""))
            + ("CREATE TABLE counts WITH (kafka_topic='"
                + name
                + "-c') AS SELECT id, COUNT(*) AS n"
                + " FROM l WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY id;")
            + ("CREATE TABLE sessions WITH (kafka_topic='"
                + name
                + "-s') AS SELECT id,"
                + " COUNT(*) AS n FROM l WINDOW SESSION (10 SECONDS) GROUP BY id;")
            + ("CREATE STREAM wl (id INT KEY, n BIGINT)" + with.formatted("c", window))
            + ("CREATE STREAM wr (id INT KEY, n BIGINT)" + with.formatted("c", window)));
    server.ksql(
        "INSERT INTO t (id, x, other, ROWTIME) VALUES (1, 't1', 7, 10);"
            + "INSERT INTO t (id, x, other, ROWTIME) VALUES (2, 't2', 8, 20);"
            + "INSERT INTO u (id, y, ROWTIME) VALUES (1, 'u1', 30);"
            + "INSERT INTO u (id, y, ROWTIME) VALUES (7, 'u7', 40);"
            + "INSERT INTO l (id, v, ROWTIME) VALUES (1, 'l1', 1000);"
            + "INSERT INTO l (id, v, ROWTIME) VALUES (3, 'l3', 2000);"
            + "INSERT INTO r (id, w, ROWTIME) VALUES (1, 'r1', 3000);"
            + "INSERT INTO r (id, w, ROWTIME) VALUES (4, 'r4', 4000);"
            + "INSERT INTO l (id, v, ROWTIME) VALUES (1, 'later', 60000);"
            + "INSERT INTO r (id, w, ROWTIME) VALUES (9, 'later', 61000);"
            + "INSERT INTO l (id, v, ROWTIME) VALUES (9, 'last', 100000);");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l.id, v, w FROM l JOIN r WITHIN 5 SECONDS ON l.id = r.id | 1 | [1,\"l1\",\"r1\"]",
        "l.id, v, w FROM l LEFT JOIN r WITHIN 5 SECONDS GRACE PERIOD 0 SECONDS ON l.id = r.id"
            + " | 2 | [1,\"l1\",\"r1\"];[3,\"l3\",null]",
        "r.id, v, w FROM l RIGHT JOIN r WITHIN 5 SECONDS GRACE PERIOD 0 SECONDS ON l.id = r.id"
            + " | 2 | [1,\"l1\",\"r1\"];[4,null,\"r4\"]",
        "rowkey, v, w FROM l FULL OUTER JOIN r WITHIN 5 SECONDS GRACE PERIOD 0 SECONDS"
            + " ON l.id = r.id | 3 | [1,\"l1\",\"r1\"];[3,\"l3\",null];[4,null,\"r4\"]",
        "l.id, v, x FROM l JOIN t ON l.id = t.id | 2 | [1,\"l1\",\"t1\"];[1,\"later\",\"t1\"]",
        "l.id, v, x FROM l LEFT JOIN t ON l.id = t.id"
            + " | 3 | [1,\"l1\",\"t1\"];[3,\"l3\",null];[1,\"later\",\"t1\"]",
        "v, x FROM l JOIN t ON CAST(SUBSTRING(v, 2, 1) AS INT) = t.id | 1 | [\"l1\",\"t1\"]",
        "t.id, x, y FROM t JOIN u ON t.id = u.id | 1 | [1,\"t1\",\"u1\"]",
        "t.id, x, y FROM t LEFT JOIN u ON t.id = u.id WHERE t.id = 2 | 1 | [2,\"t2\",null]",
        "rowkey, x, y FROM t FULL OUTER JOIN u ON t.id = u.id WHERE rowkey IN (2, 7)"
            + " | 2 | [2,\"t2\",null];[7,null,\"u7\"]",
        "t.id, x, y FROM t JOIN u ON t.other = u.id | 1 | [1,\"t1\",\"u7\"]",
        "l.id, v, w, x FROM l JOIN r WITHIN 5 SECONDS ON l.id = r.id JOIN t ON l.id = t.id"
            + " | 1 | [1,\"l1\",\"r1\",\"t1\"]",
        "* FROM wl JOIN wr WITHIN 5 SECONDS ON wl.id = wr.id WHERE wl.id = 3"
            + " | 1 | [3,0,10000,1,3,0,10000,1]",
      })
  void givesTheRowsOfAJoin(String query, int limit, String rows) {
    assertThat(server.rows("SELECT " + query + " EMIT CHANGES LIMIT " + limit + ";"))
        .containsExactlyInAnyOrderElementsOf(list(rows));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* FROM t | 2 | [1,\"t1\",7];[2,\"t2\",8]",
        "* FROM counts | 4 | [1,0,10000,1];[3,0,10000,1];[1,60000,70000,1];[9,100000,110000,1]",
        "id, WINDOWEND - WINDOWSTART, n FROM sessions WHERE id = 1 | 2 | [1,0,1];[1,0,1]",
        "id, COUNT(*), WINDOWSTART FROM l WINDOW HOPPING (SIZE 4 SECONDS, ADVANCE BY 2 SECONDS)"
            + " WHERE id = 3 GROUP BY id | 2 | [3,1,0];[3,1,2000]",
        "id, COUNT(*) FROM l GROUP BY id HAVING COUNT(*) > 1 | 1 | [1,2]",
        "COUNT(*) FROM l | 4 | [1];[2];[3];[4]",
      })
  void givesTheRowsOfATableAsTheyChange(String query, int limit, String rows) {
    assertThat(server.rows("SELECT " + query + " EMIT CHANGES LIMIT " + limit + ";"))
        .containsExactlyInAnyOrderElementsOf(list(rows));
  }

  @Test
  void givesFinalResultsOfWindowsThatAreOver() {
    assertThat(
            server.rows(
                "SELECT id, WINDOWSTART, COUNT(*) FROM l WINDOW TUMBLING (SIZE 10 SECONDS,"
                    + " GRACE PERIOD 0 SECONDS) GROUP BY id EMIT FINAL LIMIT 3;"))
        .containsExactlyInAnyOrder("[1,0,1]", "[3,0,1]", "[1,60000,1]");
  }

  private static List<String> list(String rows) {
    return Arrays.asList(rows.split(";"));
  }
}
