package io.confluent.ksql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.AliasedSource;
import io.confluent.ksql.parser.ast.AllColumns;
import io.confluent.ksql.parser.ast.Emit;
import io.confluent.ksql.parser.ast.HoppingWindow;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.JoinType;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.SessionWindow;
import io.confluent.ksql.parser.ast.SingleColumn;
import io.confluent.ksql.parser.ast.StructAll;
import io.confluent.ksql.parser.ast.TumblingWindow;
import io.confluent.ksql.parser.ast.WindowClause;
import io.confluent.ksql.parser.ast.Within;
import io.confluent.ksql.parser.format.StatementFormatter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
  private static Query query(String sql) {
    return (Query) SqlParser.parse(sql);
  }

  private static WindowClause window(String window) {
    return query("SELECT COUNT(*) FROM s WINDOW " + window + " GROUP BY a").window().orElseThrow();
  }

  @Test
  void takesEveryClauseInItsPlace() {
    Query query =
        query(
            "SELECT a, COUNT(*) c FROM s WINDOW TUMBLING (SIZE 1 MINUTE) WHERE b > 1"
                + " GROUP BY a, d PARTITION BY e + 1 HAVING COUNT(*) > 5 EMIT FINAL LIMIT 10;");

    assertThat(query.select()).hasSize(2);
    assertThat(query.window()).isPresent();
    assertThat(query.where()).isPresent();
    assertThat(query.groupBy().orElseThrow().expressions()).hasSize(2);
    assertThat(query.partitionBy().orElseThrow().expressions()).hasSize(1);
    assertThat(query.having()).isPresent();
    assertThat(query.emit()).contains(Emit.FINAL);
    assertThat(query.limit()).contains(10);
  }

  @Test
  void everyClauseButFromCanBeLeftOut() {
    Query query = query("SELECT * FROM s");

    assertThat(Shape.of(query))
        .isEqualTo(
            Shape.of(
                new Query(
                    query.span(),
                    query.select(),
                    query.from(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    query.ending())));
  }

  @Test
  void selectsColumnsAndAllOfThem() {
    Query query = query("SELECT *, s.*, a->b->*, a->b x, c AS `y`, d FROM s");

    assertThat(query.select().get(0)).isInstanceOf(AllColumns.class);
    assertThat(((AllColumns) query.select().get(1)).source()).contains(Identifier.of("S"));
    assertThat(((StructAll) query.select().get(2)).struct().span().length()).isEqualTo(4);
    assertThat(((SingleColumn) query.select().get(3)).alias()).contains(Identifier.of("X"));
    assertThat(((SingleColumn) query.select().get(4)).alias()).contains(Identifier.of("y"));
    assertThat(((SingleColumn) query.select().get(5)).alias()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "JOIN, INNER",
    "INNER JOIN, INNER",
    "LEFT JOIN, LEFT",
    "left outer join, LEFT",
    "RIGHT JOIN, RIGHT",
    "RIGHT OUTER JOIN, RIGHT",
    "FULL JOIN, FULL",
    "FULL OUTER JOIN, FULL"
  })
  void joins(String words, JoinType type) {
    Join join = (Join) query("SELECT * FROM a " + words + " b AS x ON a.i = x.i").from();

    assertThat(join.type()).isEqualTo(type);
    assertThat(join.right().name()).isEqualTo(Identifier.of("X"));
    assertThat(((AliasedSource) join.left()).name()).isEqualTo(Identifier.of("A"));
    assertThat(join.within()).isEmpty();
  }

  @Test
  void joinsLeanToTheLeft() {
    Join outer =
        (Join) query("SELECT * FROM a JOIN b ON a.i = b.i LEFT JOIN c ON a.i = c.i").from();

    assertThat(outer.right().source()).isEqualTo(Identifier.of("C"));
    assertThat(outer.left()).isInstanceOf(Join.class);
  }

  @Test
  void joinsWithinATime() {
    Within both = within("WITHIN 1 HOUR");
    assertThat(both.before()).isEqualTo(Duration.ofHours(1)).isEqualTo(both.after());
    assertThat(both.grace()).isEmpty();
    Within sides = within("WITHIN (2 SECONDS, 3 DAYS) GRACE PERIOD 4 MILLISECONDS");
    assertThat(sides.before()).isEqualTo(Duration.ofSeconds(2));
    assertThat(sides.after()).isEqualTo(Duration.ofDays(3));
    assertThat(sides.grace()).contains(Duration.ofMillis(4));
  }

  private static Within within(String within) {
    Join join = (Join) query("SELECT * FROM a JOIN b " + within + " ON a.i = b.i").from();
    return join.within().orElseThrow();
  }

  @Test
  void cutsIntoWindows() {
    TumblingWindow tumbling =
        (TumblingWindow)
            window("TUMBLING (SIZE 10 SECONDS, RETENTION 1 DAY, GRACE PERIOD 2 HOURS)");
    assertThat(tumbling.size()).isEqualTo(Duration.ofSeconds(10));
    assertThat(tumbling.retention()).contains(Duration.ofDays(1));
    assertThat(tumbling.grace()).contains(Duration.ofHours(2));

    HoppingWindow hopping =
        (HoppingWindow) window("w HOPPING (SIZE 30 second, ADVANCE BY 500 MILLISECOND)");
    assertThat(hopping.size()).isEqualTo(Duration.ofSeconds(30));
    assertThat(hopping.advance()).isEqualTo(Duration.ofMillis(500));
    assertThat(hopping.grace()).isEmpty();

    SessionWindow session = (SessionWindow) window("SESSION (300 second, GRACE PERIOD 1 MINUTE)");
    assertThat(session.gap()).isEqualTo(Duration.ofMinutes(5));
    assertThat(session.retention()).isEmpty();
    assertThat(session.grace()).contains(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM S GROUP BY ()",
        "SELECT * FROM S GROUP BY A, B",
        "SELECT * FROM S GROUP BY (A + B) * C, D",
        "SELECT * FROM S PARTITION BY ()",
        "SELECT * FROM S PARTITION BY A->B",
        "SELECT * FROM S PARTITION BY (A AND B), C",
        "SELECT * FROM S WHERE A > 1.3 EMIT CHANGES",
        "SELECT * FROM `s-1` AS `x`",
        "SELECT * FROM A INNER JOIN B WITHIN 1 HOURS ON A.I = B.I",
        "SELECT * FROM A LEFT JOIN B AS C WITHIN (1 HOURS, 0 MILLISECONDS) GRACE PERIOD 1 DAYS ON TRUE",
        "SELECT * FROM S WINDOW TUMBLING (SIZE 36 HOURS) GROUP BY A",
        "SELECT * FROM S WINDOW HOPPING (SIZE 2 DAYS, ADVANCE BY 61 SECONDS, RETENTION 9 DAYS)",
        "SELECT * FROM S WINDOW SESSION (1 MILLISECONDS, RETENTION 1 DAYS, GRACE PERIOD 1 MINUTES)",
        "SELECT * FROM S HAVING COUNT() > 5 AND COUNT() IS NOT NULL LIMIT 0"
      })
  void writesQueriesAsTheyAre(String sql) {
    assertThat(StatementFormatter.format(SqlParser.parse(sql))).isEqualTo(sql);
  }

  @Test
  void bracketsAroundAGroupingListSayNothing() {
    assertThat(StatementFormatter.format(query("SELECT * FROM s GROUP BY (a, b)")))
        .isEqualTo("SELECT * FROM S GROUP BY A, B");
    assertThat(StatementFormatter.format(query("SELECT * FROM s PARTITION BY (a, b)")))
        .isEqualTo("SELECT * FROM S PARTITION BY A, B");
  }
}
