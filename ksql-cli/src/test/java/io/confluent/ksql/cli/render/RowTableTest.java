package io.confluent.ksql.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.cli.render.RowLayout.Overflow;
import io.confluent.ksql.rest.client.ResultColumn;
import io.confluent.ksql.rest.wire.StreamedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTableTest {
  private static final List<ResultColumn> COLUMNS =
      ResultColumn.parse(
          "`EVENTID` INTEGER, `ANOMALY` DOUBLE, `NAME` STRING, `M` MAP<STRING, INT>");

  private static StreamedRow.Row row(Object... values) {
    return StreamedRow.row(Arrays.asList(values)).row().orElseThrow();
  }

  private static Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("B", 1);
    map.put("A", Arrays.asList(1, null, "x"));
    return map;
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void showsRowsInABox(int width) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Overflow overflow : Overflow.values()) {
      RowTable table = new RowTable(new RowLayout(width, 0, overflow));
      lines.add("======== " + overflow);
      lines.addAll(table.header(COLUMNS));
      lines.addAll(table.row(row(99999, new BigDecimal("1.2104138026620321"), "ECG", map())));
      lines.addAll(table.row(row(null, 1.0E-5, "温度センサーの値が高い", Map.of())));
      lines.addAll(
          table.row(StreamedRow.tombstone(Arrays.asList(7, null, null, null)).row().orElseThrow()));
    }

    assertThat(lines)
        .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(width));
    Golden.assertSame("rows-" + width + ".txt", lines);
  }

  @Test
  void takesAWidthForColumns() {
    RowTable table = new RowTable(new RowLayout(80, 6, Overflow.WRAP));

    assertThat(table.header(ResultColumn.parse("`A` INTEGER, `B` STRING")))
        .containsExactly("+------+------+", "|A     |B     |", "+------+------+");
    assertThat(table.row(row(1, "abcdefgh"))).containsExactly("|1     |abcdef|", "|      |gh    |");
  }

  @Test
  void showsRowsOfClassicServersBetweenBars() {
    RowTable table = new RowTable(new RowLayout(80, 0, Overflow.WRAP));

    assertThat(table.row(row(1581416576774L, null, 103, new BigDecimal("2.5642755212297654"))))
        .containsExactly("1581416576774 | null | 103 | 2.5642755212297654");
  }

  @Test
  void writesNumbersByTheirType() {
    assertThat(CellText.of(new BigDecimal("2.50"), "DECIMAL(4, 2)")).isEqualTo("2.50");
    assertThat(CellText.of(new BigDecimal("0.0000001"), "DOUBLE")).isEqualTo("1.0E-7");
    assertThat(CellText.of(1.0E10, "DOUBLE")).isEqualTo("1.0E10");
    assertThat(CellText.of(List.of(new BigDecimal("2.50")), "ARRAY<DECIMAL(4, 2)>"))
        .isEqualTo("[2.50]");
  }

  @Test
  void doesNotLetARowSteerTheTerminal() {
    assertThat(CellText.of("a\u001b[2Jb\tc", "STRING")).isEqualTo("a\\u001B[2Jb c");
  }
}
