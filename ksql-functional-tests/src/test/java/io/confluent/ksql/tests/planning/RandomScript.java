package io.confluent.ksql.tests.planning;

import io.confluent.ksql.planner.function.FunctionParameter;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.Overload;
import io.confluent.ksql.planner.function.ParameterType;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.planner.function.SqlFunction;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes up queries over a few fixed sources. Most make sense: names exist and types mostly fit;
 * some do not, as people's do not.
 */
final class RandomScript {
  /** The sources that the queries read. */
  static final List<String> SOURCES =
      List.of(
          "CREATE STREAM s1 (k INT KEY, i INT, b BIGINT, d DOUBLE, t STRING, f BOOLEAN,"
              + " dec DECIMAL(6, 2), y BYTES, dt DATE, tm TIME, ts TIMESTAMP, a ARRAY<INT>,"
              + " m MAP<STRING, BIGINT>, o STRUCT<x INT, z STRUCT<w STRING>>)"
              + " WITH (kafka_topic='s1', value_format='JSON', partitions=2);",
          "CREATE STREAM s2 (k INT KEY, i INT, t STRING, h ARRAY<STRUCT<key STRING, value BYTES>>"
              + " HEADERS) WITH (kafka_topic='s2', value_format='AVRO', partitions=2);",
          "CREATE STREAM s3 (i INT, t STRING, d DOUBLE)"
              + " WITH (kafka_topic='s3', value_format='DELIMITED', partitions=2);",
          "CREATE TABLE t1 (k INT PRIMARY KEY, i INT, b BIGINT, t STRING, a ARRAY<INT>)"
              + " WITH (kafka_topic='t1', value_format='JSON', partitions=2);",
          "CREATE TABLE t2 (k INT PRIMARY KEY, i INT, t STRING)"
              + " WITH (kafka_topic='t2', format='AVRO', partitions=2);",
          "CREATE STREAM w1 (k INT KEY, i INT, t STRING) WITH (kafka_topic='w1',"
              + " value_format='JSON', window_type='TUMBLING', window_size='1 MINUTE',"
              + " partitions=2);");

  private static final SqlType ITEMS = SqlTypes.array(SqlTypes.INTEGER);
  private static final SqlType COUNTS = SqlTypes.map(SqlTypes.STRING, SqlTypes.BIGINT);
  private static final SqlType OBJECT = SqlTypes.struct().field("X", SqlTypes.INTEGER).build();
  private static final List<SqlType> TYPES =
      List.of(
          SqlTypes.INTEGER,
          SqlTypes.BIGINT,
          SqlTypes.DOUBLE,
          SqlTypes.STRING,
          SqlTypes.BOOLEAN,
          SqlTypes.decimal(6, 2),
          SqlTypes.BYTES,
          SqlTypes.DATE,
          SqlTypes.TIME,
          SqlTypes.TIMESTAMP,
          ITEMS,
          COUNTS,
          OBJECT);

  /** A column of a source. */
  private record Column(String name, SqlType type) {}

  private static final List<Column> SHARED =
      List.of(
          new Column("k", SqlTypes.INTEGER),
          new Column("i", SqlTypes.INTEGER),
          new Column("t", SqlTypes.STRING));
  private static final Map<String, List<Column>> COLUMNS =
      Map.of(
          "s1",
          List.of(
              new Column("k", SqlTypes.INTEGER),
              new Column("i", SqlTypes.INTEGER),
              new Column("b", SqlTypes.BIGINT),
              new Column("d", SqlTypes.DOUBLE),
              new Column("t", SqlTypes.STRING),
              new Column("f", SqlTypes.BOOLEAN),
              new Column("dec", SqlTypes.decimal(6, 2)),
              new Column("y", SqlTypes.BYTES),
              new Column("dt", SqlTypes.DATE),
              new Column("tm", SqlTypes.TIME),
              new Column("ts", SqlTypes.TIMESTAMP),
              new Column("a", ITEMS),
              new Column("m", COUNTS),
              new Column("o->x", SqlTypes.INTEGER),
              new Column("o->z->w", SqlTypes.STRING)),
          "s2",
          SHARED,
          "s3",
          List.of(new Column("i", SqlTypes.INTEGER), new Column("t", SqlTypes.STRING)),
          "t1",
          List.of(
              new Column("k", SqlTypes.INTEGER),
              new Column("i", SqlTypes.INTEGER),
              new Column("b", SqlTypes.BIGINT),
              new Column("t", SqlTypes.STRING),
              new Column("a", ITEMS)),
          "t2",
          SHARED,
          "w1",
          SHARED);
  private static final List<String> UNITS = List.of("MILLISECONDS", "SECOND", "MINUTES", "DAYS");
  private static final List<String> ONE_IN_MANY =
      List.of(
          "nope",
          "NULL",
          "s1.k",
          "ROWTIME",
          "ROWOFFSET",
          "WINDOWSTART",
          "t1.i",
          "o->x",
          "COUNT(*)");

  private final Random random;
  private final List<SqlFunction> scalars;
  private final List<SqlFunction> others;
  private List<Column> columns = List.of();
  private String from = "";
  private boolean tables;
  private boolean grouped;
  private int aliases;

  RandomScript(Random random, FunctionRegistry functions) {
    this.random = random;
    scalars = functions.all().stream().filter(f -> f instanceof ScalarFunction).toList();
    others = functions.all().stream().filter(f -> !(f instanceof ScalarFunction)).toList();
  }

  /** A query on its own, or one whose result is stored. */
  String statement() {
    from();
    String query = query();
    boolean table = grouped || tables;
    String kind =
        random.nextInt(10) == 0 ? one(List.of("STREAM", "TABLE")) : table ? "TABLE" : "STREAM";
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> query + " EMIT CHANGES;";
      case 4 -> query + ";";
      case 5 -> "INSERT INTO s2 " + query + ";";
      default -> "CREATE " + kind + " out1" + with() + " AS " + query + emit() + ";";
    };
  }

  /** Chooses what the next query reads. */
  private void from() {
    String left = one(List.of("s1", "s1", "s1", "s2", "s3", "t1", "t2", "w1"));
    columns = COLUMNS.get(left);
    from = left;
    tables = left.startsWith("t");
    if (random.nextInt(4) == 0) {
      String right = one(List.of("s2", "t1", "t1", "t2", "s1", "w1"));
      List<Column> both = new ArrayList<>();
      columns.forEach(c -> both.add(new Column(left + "." + c.name(), c.type())));
      COLUMNS.get(right).forEach(c -> both.add(new Column(right + "." + c.name(), c.type())));
      columns = both;
      tables &= right.startsWith("t");
      from = left + " " + join(left, right);
    }
  }

  private String join(String left, String right) {
    String kind = one(List.of("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL OUTER JOIN", "INNER JOIN"));
    boolean needsWithin = left.matches("[sw].") && right.matches("[sw].");
    String within =
        needsWithin != (random.nextInt(10) == 0)
            ? one(List.of(" WITHIN 1 HOUR", " WITHIN (1 DAY, 2 SECONDS) GRACE PERIOD 1 MINUTE"))
            : "";
    return kind
        + " "
        + right
        + within
        + " ON "
        + left
        + "."
        + one(List.of("i", "k", "k", "t", "i + 1"))
        + " = "
        + right
        + "."
        + one(List.of("k", "k", "k", "i", "t"));
  }

  private String emit() {
    return one(List.of("", "", " EMIT CHANGES", " EMIT FINAL"));
  }

  private String with() {
    return one(
        List.of(
            "",
            "",
            " WITH (value_format='AVRO')",
            " WITH (format='JSON')",
            " WITH (key_format='DELIMITED', value_format='DELIMITED')",
            " WITH (value_format='KAFKA')",
            " WITH (timestamp='i', partitions=4)"));
  }

  private String query() {
    grouped = random.nextInt(3) == 0;
    Column group = one(columns);
    String by = random.nextInt(3) == 0 ? expression(group.type(), 1) : group.name();
    StringBuilder sql = new StringBuilder("SELECT ");
    sql.append(items(by)).append(" FROM ").append(from);
    if (grouped && !tables && random.nextBoolean()) {
      sql.append(window());
    }
    if (random.nextInt(3) == 0) {
      sql.append(" WHERE ").append(expression(SqlTypes.BOOLEAN, 2));
    }
    if (grouped) {
      sql.append(" GROUP BY ").append(by);
      if (random.nextInt(3) == 0) {
        sql.append(" HAVING COUNT(*) > 1");
      }
    } else if (random.nextInt(5) == 0) {
      sql.append(" PARTITION BY ").append(by);
    }
    return sql.toString();
  }

  private String window() {
    return " WINDOW "
        + one(
            List.of(
                "TUMBLING (SIZE 1 " + one(UNITS) + ")",
                "HOPPING (SIZE 4 SECONDS, ADVANCE BY 1 " + one(UNITS) + ")",
                "SESSION (10 SECONDS)",
                "TUMBLING (SIZE 1 HOUR, RETENTION 2 HOURS, GRACE PERIOD 1 MINUTE)"));
  }

  private String items(String by) {
    List<String> items = new ArrayList<>();
    if (grouped) {
      items.add(by);
      items.add(random.nextBoolean() ? "COUNT(*)" : call(others, 1));
      if (random.nextInt(5) == 0) {
        items.add(expression(one(TYPES), 1));
      }
    } else {
      items.add(random.nextBoolean() ? "*" : one(columns).name() + ", " + columns.get(0).name());
      for (int i = random.nextInt(3); i >= 0; i--) {
        items.add(random.nextInt(10) == 0 ? call(others, 2) : expression(one(TYPES), 3));
      }
    }
    return items.stream()
        .map(item -> item.equals("*") || random.nextInt(3) == 0 ? item : item + " AS c" + aliases++)
        .collect(Collectors.joining(", "));
  }

  private String expression(SqlType type, int depth) {
    if (random.nextInt(40) == 0) {
      return one(ONE_IN_MANY);
    }
    if (depth == 0) {
      return leaf(type);
    }
    return switch (random.nextInt(8)) {
      case 0 -> call(returning(type), depth - 1);
      case 1 ->
          "CASE WHEN "
              + expression(SqlTypes.BOOLEAN, depth - 1)
              + " THEN "
              + expression(type, depth - 1)
              + (random.nextBoolean() ? "" : " ELSE " + expression(type, depth - 1))
              + " END";
      case 2 -> "CAST(" + expression(castable(type), depth - 1) + " AS " + type + ")";
      case 3, 4 -> operation(type, depth - 1);
      default -> leaf(type);
    };
  }

  private SqlType castable(SqlType to) {
    return switch (to.baseType()) {
      case STRING -> one(TYPES);
      case ARRAY, MAP, STRUCT, BYTES -> to;
      case INTEGER, BIGINT, DOUBLE, DECIMAL ->
          one(List.of(SqlTypes.INTEGER, SqlTypes.BIGINT, SqlTypes.DOUBLE, SqlTypes.STRING));
      default -> SqlTypes.STRING;
    };
  }

  private List<SqlFunction> returning(SqlType type) {
    List<SqlFunction> found =
        scalars.stream()
            .filter(
                f -> f.overloads().stream().anyMatch(o -> type.toString().equals("" + o.returns())))
            .toList();
    return found.isEmpty() || random.nextInt(4) == 0 ? scalars : found;
  }

  private String operation(SqlType type, int depth) {
    return switch (type.baseType()) {
      case BOOLEAN -> condition(depth);
      case INTEGER, BIGINT, DOUBLE, DECIMAL ->
          "("
              + expression(type, depth)
              + " "
              + one(List.of("+", "-", "*", "/", "%"))
              + " "
              + expression(type, depth)
              + ")";
      case STRING -> "(" + expression(type, depth) + " || " + expression(type, depth) + ")";
      case ARRAY ->
          "ARRAY["
              + expression(((SqlArray) type).getItemType(), depth)
              + ", "
              + expression(((SqlArray) type).getItemType(), depth)
              + "]";
      case MAP -> "MAP('a' := " + expression(((SqlMap) type).getValueType(), depth) + ")";
      case STRUCT ->
          ((SqlStruct) type)
              .fields().stream()
                  .map(f -> f.name() + " := " + expression(f.type(), depth))
                  .collect(Collectors.joining(", ", "STRUCT(", ")"));
      default -> leaf(type);
    };
  }

  private String condition(int depth) {
    SqlType type = one(TYPES);
    String left = "(" + expression(type, depth) + ")";
    return switch (random.nextInt(7)) {
      case 0 ->
          "("
              + expression(SqlTypes.BOOLEAN, depth)
              + one(List.of(" AND ", " OR "))
              + expression(SqlTypes.BOOLEAN, depth)
              + ")";
      case 1 -> "(NOT " + expression(SqlTypes.BOOLEAN, depth) + ")";
      case 2 -> "(" + left + " " + one(List.of("IS NULL)", "IS NOT NULL)"));
      case 3 -> "(" + left + " BETWEEN " + leaf(type) + " AND " + leaf(type) + ")";
      case 4 -> "(" + left + " IN (" + leaf(type) + ", " + leaf(type) + "))";
      case 5 -> "(" + expression(SqlTypes.STRING, depth) + " LIKE '%a_')";
      default ->
          "("
              + left
              + one(List.of(" = ", " <> ", " < ", " >= ", " IS DISTINCT FROM "))
              + expression(type, depth)
              + ")";
    };
  }

  private String call(List<SqlFunction> from, int depth) {
    SqlFunction function = one(from);
    Overload overload = one(function.overloads());
    List<FunctionParameter> parameters = overload.parameters();
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      int times = i == overload.variadic() ? random.nextInt(3) : 1;
      for (int n = 0; n < times; n++) {
        arguments.add(argument(parameters.get(i).type(), depth));
      }
    }
    if (random.nextInt(20) == 0) {
      arguments.add("1");
    }
    return function.name() + "(" + String.join(", ", arguments) + ")";
  }

  private String argument(ParameterType type, int depth) {
    if (type instanceof ParameterType.Value value) {
      return expression(value.type(), Math.max(depth, 0));
    }
    if (type instanceof ParameterType.IntervalUnit) {
      return one(UNITS);
    }
    if (type instanceof ParameterType.LambdaOf lambda) {
      return switch (lambda.inputs().size()) {
        case 1 -> "x => " + one(List.of("x", "x + 1", "x IS NULL", "y"));
        case 2 -> "(x, y) => " + one(List.of("x", "x + y", "y > 1", "concat(x, y)"));
        default -> "(x, y, z) => " + one(List.of("x", "x + y + z", "z"));
      };
    }
    if (type instanceof ParameterType.ListOf) {
      return one(List.of("ARRAY[1, 2]", "ARRAY['a']", leaf(ITEMS)));
    }
    if (type instanceof ParameterType.MapOf) {
      return "MAP('a' := 9876543210)";
    }
    if (type instanceof ParameterType.AnyDecimal) {
      return expression(SqlTypes.decimal(6, 2), Math.max(depth, 0));
    }
    return expression(one(TYPES), Math.max(depth, 0));
  }

  private String leaf(SqlType type) {
    List<Column> fitting = columns.stream().filter(c -> c.type().equals(type)).toList();
    if (!fitting.isEmpty() && random.nextInt(4) > 0) {
      return one(fitting).name();
    }
    return switch (type.baseType()) {
      case BOOLEAN -> one(List.of("true", "false"));
      case INTEGER -> one(List.of("0", "1", "-7", "2147483647"));
      case BIGINT -> one(List.of("2147483648", "9223372036854775807"));
      case DOUBLE -> one(List.of("1E0", "-2.5E-3"));
      case DECIMAL -> one(List.of("1.10", "0.5"));
      case STRING -> one(List.of("'x'", "''", "'2021-01-01'", "'Gr\u00fc\u00dfe'"));
      case BYTES -> "TO_BYTES('00ff', 'hex')";
      case DATE -> "PARSE_DATE('2021-01-01', 'yyyy-MM-dd')";
      case TIME -> "PARSE_TIME('10:00', 'HH:mm')";
      case TIMESTAMP -> "FROM_UNIXTIME(12345678)";
      case ARRAY -> "ARRAY[1]";
      case MAP -> "MAP('a' := 9876543210)";
      case STRUCT -> "STRUCT(x := 1)";
      default -> "NULL";
    };
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
