package io.confluent.ksql.cli.render;

import io.confluent.ksql.rest.wire.StreamedRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of rows as text. */
final class CellText {
  private CellText() {}

  /**
   * A value as the tables show it.
   *
   * @param value null, or as of {@link StreamedRow.Row#columns}
   * @param type its type as SQL text; empty if it is not known
   */
  static String of(Object value, String type) {
    if (value instanceof BigDecimal number && type.equals("DOUBLE")) {
      return Double.toString(number.doubleValue());
    }
    return of(value);
  }

  private static String of(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(CellText::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return DisplayText.harmless(String.valueOf(value)).replace('\t', ' ');
  }
}
