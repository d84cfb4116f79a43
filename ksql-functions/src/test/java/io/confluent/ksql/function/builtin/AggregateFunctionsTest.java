package io.confluent.ksql.function.builtin;

import static io.confluent.ksql.function.builtin.Functions.aggregate;
import static io.confluent.ksql.function.builtin.Functions.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.builtin.Functions.Aggregation;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.planner.function.AggregateArgument;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AggregateFunctionsTest {
  private static final List<SqlType> INT = List.of(SqlTypes.INTEGER);
  private static final List<SqlType> BIGINT = List.of(SqlTypes.BIGINT);
  private static final List<SqlType> DOUBLE = List.of(SqlTypes.DOUBLE);
  private static final List<SqlType> TEXT = List.of(SqlTypes.STRING);
  private static final List<SqlType> DECIMAL = List.of(SqlTypes.decimal(4, 2));

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  @Test
  void counts() {
    assertThat(aggregate("COUNT", TEXT).result()).isEqualTo(0L);
    assertThat(aggregate("COUNT", TEXT).add("a", null, "a").result()).isEqualTo(2L);
    assertThat(aggregate("COUNT", TEXT).add("a", "b").undo("a").result()).isEqualTo(1L);
    assertThat(aggregate("COUNT", TEXT).add("a").merge(aggregate("COUNT", TEXT).add("b")).result())
        .isEqualTo(2L);
  }

  @Test
  void sums() {
    assertThat(aggregate("SUM", INT).add(Integer.MAX_VALUE, 1, null).result())
        .isEqualTo(Integer.MIN_VALUE);
    assertThat(aggregate("SUM", BIGINT).add(1L, 2L).undo(1L).result()).isEqualTo(2L);
    assertThat(aggregate("SUM", DOUBLE).add(0.5, -2.0).result()).isEqualTo(-1.5);
    assertThat(aggregate("SUM", DECIMAL).result()).isEqualTo(decimal("0.00"));
    assertThat(aggregate("SUM", DECIMAL).add(decimal("1.25"), decimal("-3.00")).result())
        .isEqualTo(decimal("-1.75"));
    assertThat(aggregate("SUM", DECIMAL).resolved().returnType()).isEqualTo(DECIMAL.get(0));
    assertThatThrownBy(() -> aggregate("SUM", DECIMAL).add(decimal("99.00"), decimal("1.00")))
        .isInstanceOf(KsqlFunctionException.class);
    assertThatThrownBy(() -> aggregate("SUM", TEXT)).isInstanceOf(DiagnosticException.class);
  }

  @Test
  void sumsLists() {
    List<SqlType> list = List.of(SqlTypes.array(SqlTypes.BIGINT));
    assertThat(aggregate("SUM_LIST", list).add(Arrays.asList(1L, null), null, List.of(5L)).result())
        .isEqualTo(6L);
    assertThat(aggregate("SUM_LIST", list).add(List.of(1L, 2L)).undo(List.of(2L)).result())
        .isEqualTo(1L);
  }

  @Test
  void averages() {
    assertThat(aggregate("AVG", INT).result()).isEqualTo(0.0);
    assertThat(aggregate("AVG", INT).add(1, null, 2).result()).isEqualTo(1.5);
    assertThat(aggregate("AVG", BIGINT).add(1L, 2L).undo(1L).result()).isEqualTo(2.0);
    assertThat(aggregate("AVG", DOUBLE).add(1.0).merge(aggregate("AVG", DOUBLE).add(3.0)).result())
        .isEqualTo(2.0);
    assertThat(aggregate("AVG", INT).resolved().intermediateType())
        .hasToString("STRUCT<`SUM` INTEGER, `COUNT` BIGINT>");
    assertThat(aggregate("AVG", DECIMAL).resolved().arguments().get(0).getSqlTypeOrThrow())
        .isEqualTo(SqlTypes.DOUBLE);
  }

  @Test
  void findsExtremes() {
    assertThat(aggregate("MAX", INT).result()).isNull();
    assertThat(aggregate("MAX", INT).add(1, null, 3, 2).result()).isEqualTo(3);
    assertThat(aggregate("MIN", TEXT).add("b", "B").result()).isEqualTo("B");
    assertThat(aggregate("MIN", DECIMAL).add(decimal("1.50")).resolved().returnType())
        .isEqualTo(DECIMAL.get(0));
    assertThat(
            aggregate("MIN", List.of(SqlTypes.TIMESTAMP))
                .add(new Timestamp(5), new Timestamp(4))
                .result())
        .isEqualTo(new Timestamp(4));
    assertThat(aggregate("MAX", List.of(SqlTypes.BYTES)).add(bytes("a"), bytes("ab")).result())
        .isEqualTo(bytes("ab"));
    assertThat(aggregate("MAX", INT).add(1).merge(aggregate("MAX", INT)).result()).isEqualTo(1);
    assertThat(aggregate("MAX", INT).resolved().supportsUndo()).isFalse();
    assertThat(aggregate("SUM", INT).resolved().supportsUndo()).isTrue();
  }

  @Test
  void collects() {
    assertThat(aggregate("COLLECT_LIST", INT).add(1, null, 1).result())
        .isEqualTo(Arrays.asList(1, null, 1));
    assertThat(aggregate("COLLECT_LIST", INT).add(1, 2, 1).undo(1).result())
        .isEqualTo(List.of(1, 2));
    assertThat(aggregate("COLLECT_SET", INT).add(1, null, 1, null).result())
        .isEqualTo(Arrays.asList(1, null));
    assertThat(
            aggregate("COLLECT_SET", INT)
                .add(1, 2)
                .merge(aggregate("COLLECT_SET", INT).add(2, 3))
                .result())
        .isEqualTo(List.of(1, 2, 3));
  }

  @Test
  void collectsUpToALimit() {
    Map<String, Object> config =
        Map.of("ksql.functions.collect_list.limit", "2", "ksql.functions.collect_set.limit", 1);
    Aggregation list = new Aggregation("COLLECT_LIST", INT, config).add(1, 2, 3);
    assertThat(list.result()).isEqualTo(List.of(1, 2));
    assertThat(new Aggregation("COLLECT_LIST", INT, config).add(9).merge(list).result())
        .isEqualTo(List.of(9, 1));
    assertThat(new Aggregation("COLLECT_SET", INT, config).add(1, 2).result())
        .isEqualTo(List.of(1));
    assertThat(
            new Aggregation("COLLECT_LIST", INT, Map.of("ksql.functions.collect_list.limit", -1))
                .add(1, 2, 3)
                .result())
        .isEqualTo(List.of(1, 2, 3));
  }

  @Test
  void keepsTheGreatest() {
    assertThat(aggregate("TOPK", INT, 3).add(1, 99, null, 5, 99, 7).result())
        .isEqualTo(List.of(99, 99, 7));
    assertThat(aggregate("TOPKDISTINCT", INT, 3).add(1, 99, null, 5, 99, 7).result())
        .isEqualTo(List.of(99, 7, 5));
    assertThat(
            aggregate("TOPK", TEXT, 2)
                .add("a", "c")
                .merge(aggregate("TOPK", TEXT, 2).add("b"))
                .result())
        .isEqualTo(List.of("c", "b"));
    assertThatThrownBy(() -> aggregate("TOPK", INT, 0)).isInstanceOf(DiagnosticException.class);
    assertThatThrownBy(() -> aggregate("TOPK", List.of(SqlTypes.BOOLEAN), 2))
        .isInstanceOf(DiagnosticException.class);
  }

  @Test
  void keepsRowsWithTheGreatest() {
    Aggregation top = aggregate("TOPK", List.of(SqlTypes.INTEGER, SqlTypes.STRING), 2);
    top.addRow(1, "a").addRow(5, "first").addRow(null, "x").addRow(5, null);
    assertThat(top.result()).hasToString("[{sort_col=5, col0=first}, {sort_col=5, col0=null}]");
    assertThat(top.resolved().returnType())
        .hasToString("ARRAY<STRUCT<`sort_col` INTEGER, `col0` STRING>>");
    assertThat(top.resolved().columns()).isEqualTo(2);
  }

  @Test
  void wantsALiteralForTheNumberOfValues() {
    AggregateArgument column = AggregateArgument.column(SqlArgument.of(SqlTypes.INTEGER));
    assertThatThrownBy(
            () ->
                Functions.REGISTRY
                    .requireAggregate(Identifier.of("TOPKDISTINCT"))
                    .resolve(Span.NONE, List.of(column, column)))
        .hasMessageContaining("literal");
  }

  @Test
  void keepsTheFirstAndTheLast() {
    assertThat(aggregate("LATEST_BY_OFFSET", TEXT).add("a", "b", null).result()).isEqualTo("b");
    assertThat(aggregate("LATEST_BY_OFFSET", TEXT, false).add("a", null).result()).isNull();
    assertThat(aggregate("LATEST_BY_OFFSET", TEXT, 2).add("a", "b", null, "c").result())
        .isEqualTo(List.of("b", "c"));
    assertThat(aggregate("LATEST_BY_OFFSET", TEXT, 2, false).add("a", "b", null).result())
        .isEqualTo(Arrays.asList("b", null));
    assertThat(aggregate("EARLIEST_BY_OFFSET", TEXT).add(null, "a", "b").result()).isEqualTo("a");
    assertThat(aggregate("EARLIEST_BY_OFFSET", TEXT, false).add(null, "a").result()).isNull();
    assertThat(aggregate("EARLIEST_BY_OFFSET", TEXT, 2).add("a", "b", "c").result())
        .isEqualTo(List.of("a", "b"));
    assertThat(aggregate("EARLIEST_BY_OFFSET", TEXT).result()).isNull();
    assertThat(aggregate("LATEST_BY_OFFSET", TEXT, 2).result()).isEqualTo(List.of());
    assertThatThrownBy(() -> aggregate("LATEST_BY_OFFSET", TEXT, 0))
        .isInstanceOf(DiagnosticException.class);
  }

  @Test
  void mergesFirstAndLastByArrivalInOneTask() {
    Aggregation latest = aggregate("LATEST_BY_OFFSET", TEXT).add("a");
    Object older = latest.state();
    Object newer = latest.add("b").state();
    assertThat(latest.merged(newer, older)).isEqualTo("b");
    assertThat(latest.merged(older, newer)).isEqualTo("b");
    assertThat(latest.merged(null, older)).isEqualTo("a");
    Aggregation earliest = aggregate("EARLIEST_BY_OFFSET", TEXT, 2).add("a", "b");
    Object both = earliest.state();
    assertThat(earliest.merged(List.of(), both)).isEqualTo(List.of("a", "b"));
  }

  @Test
  void estimatesDifferentValues() {
    assertThat(aggregate("COUNT_DISTINCT", TEXT).result()).isEqualTo(0L);
    assertThat(aggregate("COUNT_DISTINCT", TEXT).add("a", "b", null, "a").result()).isEqualTo(2L);
    Aggregation many = aggregate("COUNT_DISTINCT", BIGINT);
    Aggregation more = aggregate("COUNT_DISTINCT", BIGINT);
    for (long i = 0; i < 3000; i++) {
      many.add(i);
      more.add(i + 2000);
    }
    assertThat((Long) many.result()).isBetween(2900L, 3100L);
    assertThat((Long) many.merge(more).result()).isBetween(4850L, 5150L);
  }

  @Test
  void countsEachText() {
    Aggregation histogram = aggregate("HISTOGRAM", TEXT).add("a", "b", null, "a");
    assertThat(histogram.result()).isEqualTo(Map.of("a", 2L, "b", 1L));
    assertThat(histogram.undo("b").undo("a").result()).isEqualTo(Map.of("a", 1L));
    Aggregation full = aggregate("HISTOGRAM", TEXT);
    for (int i = 0; i < 1001; i++) {
      full.add("k" + i);
    }
    Map<?, ?> counts = (Map<?, ?>) full.add("k0").result();
    assertThat(counts).hasSize(1000);
    assertThat(counts.get("k0")).isEqualTo(2L);
  }

  @Test
  void findsTheOnlyValue() {
    assertThat(aggregate("ATTR", TEXT).result()).isNull();
    assertThat(aggregate("ATTR", TEXT).add("a", "a").result()).isEqualTo("a");
    assertThat(aggregate("ATTR", TEXT).add("a", null).result()).isNull();
    assertThat(aggregate("ATTR", TEXT).add("a", "b", "b").undo("a").result()).isEqualTo("b");
    assertThat(aggregate("ATTR", TEXT).add("a").merge(aggregate("ATTR", TEXT).add("a")).state())
        .hasToString("[{VALUE=a, COUNT=2}]");
  }

  @Test
  void measuresSpread() {
    assertThat(aggregate("STDDEV_SAMP", INT).add(5).result()).isEqualTo(0.0);
    assertThat((Double) aggregate("STDDEV_SAMP", INT).add(1, 3, null, 8).result())
        .isCloseTo(13.0, within(1e-9));
    assertThat((Double) aggregate("STDDEV_SAMPLE", DOUBLE).add(1.0, 3.0, 8.0).result())
        .isCloseTo(Math.sqrt(13), within(1e-9));
    assertThat((Double) aggregate("STDDEV_SAMP", BIGINT).add(1L, 100L, 3L, 8L).undo(100L).result())
        .isCloseTo(13.0, within(1e-9));
    assertThat(
            (Double)
                aggregate("STDDEV_SAMP", DOUBLE)
                    .add(1.0)
                    .merge(aggregate("STDDEV_SAMP", DOUBLE).add(3.0, 8.0))
                    .result())
        .isCloseTo(13.0, within(1e-9));
  }

  @Test
  void correlates() {
    List<SqlType> columns = List.of(SqlTypes.DOUBLE, SqlTypes.DOUBLE);
    Aggregation pairs = aggregate("CORRELATION", columns);
    assertThat(pairs.result()).isEqualTo(Double.NaN);
    pairs.addRow(1.0, 2.0).addRow(2.0, 4.0).addRow(3.0, null).addRow(4.0, 8.0);
    assertThat((Double) pairs.result()).isCloseTo(1.0, within(1e-12));
    pairs.addRow(5.0, -100.0);
    assertThat((Double) pairs.result()).isLessThan(0);
    assertThat((Double) pairs.undo(5.0, -100.0).result()).isCloseTo(1.0, within(1e-9));
  }
}
