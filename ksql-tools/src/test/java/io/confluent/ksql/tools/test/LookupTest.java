package io.confluent.ksql.tools.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.function.builtin.BuiltInFunctions;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.lookup.Access;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a query reads, its rows are those that looking at every row finds. */
class LookupTest {
  private static final FunctionRegistry FUNCTIONS =
      FunctionRegistry.builder().builtInPackage(BuiltInFunctions.class).build();
  private static final String[] ORDERS = {"=", "<>", "<", "<=", ">", ">="};
  private static SqlTestCase tables;

  @BeforeContainer
  static void fillTables() {
    StringBuilder script =
        new StringBuilder(
            """
            CREATE STREAM s (id VARCHAR KEY, n INT, d DOUBLE)
              WITH (kafka_topic='s', value_format='JSON');
            CREATE TABLE texts AS SELECT id, COUNT(*) AS c, SUM(n) AS t FROM s GROUP BY id;
            CREATE TABLE numbers AS SELECT d, COUNT(*) AS c, SUM(n) AS t FROM s GROUP BY d;
            CREATE TABLE pairs WITH (key_format='JSON') AS
              SELECT id, n, COUNT(*) AS c, SUM(n) AS t FROM s GROUP BY id, n;
            CREATE TABLE windows AS SELECT id, COUNT(*) AS c, SUM(n) AS t FROM s
              WINDOW HOPPING (SIZE 4 SECONDS, ADVANCE BY 2 SECONDS) GROUP BY id;
            """);
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      script.append(
          "INSERT INTO s (id, n, d, ROWTIME) VALUES ('%s', %d, %d.0e0, %d);%n"
              .formatted(
                  text(random), random.nextInt(4), random.nextInt(4) - 1, random.nextInt(9000)));
    }
    tables =
        new SqlTestCase(
            new SqlTestFile.Case(
                "lookups",
                Path.of("."),
                script.toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            FUNCTIONS);
    assertThat(tables.run()).isEmpty();
  }

  @AfterContainer
  static void close() {
    tables.close();
  }

  @Property(tries = 300)
  void findsTheRowsOfTexts(@ForAll Random random) {
    check("texts", condition(random, 3, List.of("id|t", "c|n", "t|n")));
  }

  @Property(tries = 200)
  void findsTheRowsOfNumbers(@ForAll Random random) {
    check("numbers", condition(random, 3, List.of("d|n", "d|n", "c|n")));
  }

  @Property(tries = 300)
  void findsTheRowsOfSeveralKeyColumns(@ForAll Random random) {
    check("pairs", condition(random, 3, List.of("id|t", "n|n", "c|n")));
  }

  @Property(tries = 300)
  void findsTheRowsOfWindows(@ForAll Random random) {
    check("windows", condition(random, 3, List.of("id|t", "WINDOWSTART|w", "WINDOWEND|w", "c|n")));
  }

  private static void check(String table, String where) {
    Plan.Pull found;
    try {
      found = tables.pull("SELECT * FROM " + table + " WHERE " + where + ";");
    } catch (RuntimeException e) {
      // Two bounds of a window on the same side are refused.
      assertThat(e).hasMessageContaining("WINDOW");
      return;
    }
    Plan.Pull scan =
        new Plan.Pull(
            found.keeper(),
            found.state(),
            List.of(new Access.Scan(List.of())),
            found.steps(),
            found.columns(),
            found.places(),
            found.source(),
            found.keyNames(),
            found.limit());
    List<ResultRow> all = tables.rows(scan);
    assertThat(tables.rows(found))
        .as("%s: %s", where, found.accesses())
        .containsExactlyInAnyOrderElementsOf(all);
  }

  /**
   * A condition.
   *
   * @param columns names, and behind a bar whether they are texts, numbers or times of windows
   */
  private static String condition(Random random, int depth, List<String> columns) {
    if (depth > 0 && random.nextInt(3) > 0) {
      String left = condition(random, depth - 1, columns);
      String right = condition(random, depth - 1, columns);
      return switch (random.nextInt(3)) {
        case 0 -> "(" + left + " AND " + right + ")";
        case 1 -> "(" + left + " OR " + right + ")";
        default -> "NOT (" + left + ")";
      };
    }
    String[] column = columns.get(random.nextInt(columns.size())).split("\\|");
    return switch (random.nextInt(6)) {
      case 0 -> "%s IN (%s, %s)".formatted(column[0], value(random, column), value(random, column));
      case 1 ->
          "%s BETWEEN %s AND %s".formatted(column[0], value(random, column), value(random, column));
      case 2 -> "%s %s %s".formatted(value(random, column), order(random), column[0]);
      case 3 -> column[0] + " = " + value(random, column);
      default -> "%s %s %s".formatted(column[0], order(random), value(random, column));
    };
  }

  private static String order(Random random) {
    return ORDERS[random.nextInt(ORDERS.length)];
  }

  private static String value(Random random, String... column) {
    return switch (column[1]) {
      case "t" -> random.nextInt(4) == 0 ? "UCASE('" + text(random) + "')" : quoted(random);
      case "w" -> Integer.toString(1000 * random.nextInt(13));
      default -> Integer.toString(random.nextInt(5) - 1);
    };
  }

  private static String quoted(Random random) {
    return "'" + text(random) + "'";
  }

  private static String text(Random random) {
    String[] texts = {"a", "ab", "b", "B", "é", "", "a b"};
    return texts[random.nextInt(texts.length)];
  }
}
