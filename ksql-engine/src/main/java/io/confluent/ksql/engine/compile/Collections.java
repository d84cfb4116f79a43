package io.confluent.ksql.engine.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Making arrays and maps, and taking values out of them. */
final class Collections {
  private Collections() {}

  static Evaluator array(Evaluator[] items) {
    return row -> {
      List<Object> array = new ArrayList<>(items.length);
      for (Evaluator item : items) {
        array.add(item.evaluate(row));
      }
      return array;
    };
  }

  /** Keys and values in turn; the last value of a key wins. */
  static Evaluator map(Evaluator[] entries) {
    return row -> {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < entries.length; i += 2) {
        map.put(entries[i].evaluate(row), entries[i + 1].evaluate(row));
      }
      return map;
    };
  }

  /** One-based; negative positions count from the end; NULL where there is no item. */
  static Evaluator arrayItem(Evaluator array, Evaluator position) {
    return row -> {
      List<?> items = (List<?>) array.evaluate(row);
      Number at = (Number) position.evaluate(row);
      if (items == null || at == null) {
        return null;
      }
      long index = at.longValue() > 0 ? at.longValue() - 1 : items.size() + at.longValue();
      boolean inside = at.longValue() != 0 && index >= 0 && index < items.size();
      return inside ? items.get((int) index) : null;
    };
  }

  static Evaluator mapValue(Evaluator map, Evaluator key) {
    return row -> {
      Map<?, ?> entries = (Map<?, ?>) map.evaluate(row);
      Object at = key.evaluate(row);
      return entries == null ? null : entries.get(at);
    };
  }
}
