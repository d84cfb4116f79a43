package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A 64-bit hash of a value that is the same on every machine. */
final class ValueHash {
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private ValueHash() {}

  static long of(Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof BigDecimal decimal) {
      return text(decimal.stripTrailingZeros().toString());
    }
    if (value instanceof Double number) {
      return mix(Double.doubleToLongBits(number));
    }
    if (value instanceof Number number) {
      return mix(number.longValue());
    }
    if (value instanceof java.util.Date time) {
      return mix(time.getTime());
    }
    if (value instanceof List<?> list) {
      return sequence(list);
    }
    if (value instanceof Map<?, ?> map) {
      long hash = SEED;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        hash += sequence(Arrays.asList(entry.getKey(), entry.getValue()));
      }
      return mix(hash);
    }
    if (value instanceof StructValue struct) {
      return sequence(
          struct.type().fields().stream().map(field -> struct.value(field.index())).toList());
    }
    return mix(Objects.hashCode(value));
  }

  private static long text(String text) {
    long hash = SEED;
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash ^ text.charAt(i));
    }
    return mix(hash + text.length());
  }

  private static long sequence(List<?> values) {
    long hash = SEED;
    for (Object value : values) {
      hash = mix(hash * 31 + of(value));
    }
    return hash;
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long bits) {
    long hash = bits + SEED;
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }
}
