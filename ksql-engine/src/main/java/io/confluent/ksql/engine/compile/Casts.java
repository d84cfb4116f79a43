package io.confluent.ksql.engine.compile;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The conversions of CAST, which are also those that the planner puts in by itself. */
public final class Casts {
  private Casts() {}

  /** Whether there is a conversion at all. */
  public static boolean exists(SqlType from, SqlType to) {
    return find(from, to).isPresent();
  }

  /**
   * The conversion of values that are not null.
   *
   * @return a function that throws an {@link EvaluationException} where a value does not fit
   * @throws IllegalArgumentException if there is none
   */
  public static UnaryOperator<Object> between(SqlType from, SqlType to) {
    return find(from, to)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no cast of " + from + " to " + to));
  }

  private static Optional<UnaryOperator<Object>> find(SqlType from, SqlType to) {
    if (from.equals(to)) {
      return Optional.of(UnaryOperator.identity());
    }
    if (to.baseType() == SqlBaseType.STRING) {
      return TextCasts.toText(from);
    }
    if (from.baseType() == SqlBaseType.STRING) {
      return TextCasts.fromText(to);
    }
    if (from.baseType().isNumber() && to.baseType().isNumber()) {
      return Optional.of(number(to));
    }
    if (from.baseType().isTime() && to.baseType().isTime()) {
      return TimeCasts.between(from.baseType(), to.baseType());
    }
    if (from instanceof SqlArray array && to instanceof SqlArray target) {
      return find(array.getItemType(), target.getItemType()).map(Casts::array);
    }
    if (from instanceof SqlMap map && to instanceof SqlMap target) {
      return find(map.getKeyType(), target.getKeyType())
          .flatMap(
              key -> find(map.getValueType(), target.getValueType()).map(value -> map(key, value)));
    }
    if (from instanceof SqlStruct struct && to instanceof SqlStruct target) {
      return struct(struct, target);
    }
    return Optional.empty();
  }

  private static UnaryOperator<Object> number(SqlType to) {
    return switch (to.baseType()) {
      case INTEGER -> value -> ((Number) value).intValue();
      case BIGINT -> value -> ((Number) value).longValue();
      case DOUBLE -> value -> ((Number) value).doubleValue();
      default -> value -> Decimals.fit(decimal((Number) value), (SqlDecimal) to);
    };
  }

  private static BigDecimal decimal(Number value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof Double number) {
      if (number.isNaN() || number.isInfinite()) {
        throw new EvaluationException(number + " is no DECIMAL");
      }
      return BigDecimal.valueOf(number);
    }
    return BigDecimal.valueOf(value.longValue());
  }

  private static UnaryOperator<Object> array(UnaryOperator<Object> item) {
    return value -> {
      List<?> from = (List<?>) value;
      List<Object> to = new ArrayList<>(from.size());
      for (Object element : from) {
        to.add(element == null ? null : item.apply(element));
      }
      return to;
    };
  }

  private static UnaryOperator<Object> map(
      UnaryOperator<Object> keyCast, UnaryOperator<Object> valueCast) {
    return value -> {
      Map<Object, Object> to = new LinkedHashMap<>();
      ((Map<?, ?>) value)
          .forEach(
              (key, item) ->
                  to.put(
                      key == null ? null : keyCast.apply(key),
                      item == null ? null : valueCast.apply(item)));
      return to;
    };
  }

  /** By exact names; fields that only the target has are NULL. */
  private static Optional<UnaryOperator<Object>> struct(SqlStruct from, SqlStruct to) {
    int[] places = new int[to.fields().size()];
    List<UnaryOperator<Object>> casts = new ArrayList<>();
    for (SqlStruct.Field field : to.fields()) {
      Optional<SqlStruct.Field> source = from.field(field.name());
      places[field.index()] = source.map(SqlStruct.Field::index).orElse(-1);
      Optional<UnaryOperator<Object>> cast =
          source.isEmpty()
              ? Optional.of(UnaryOperator.identity())
              : find(source.get().type(), field.type());
      if (cast.isEmpty()) {
        return Optional.empty();
      }
      casts.add(cast.get());
    }
    return Optional.of(value -> struct((StructValue) value, to, places, casts));
  }

  private static Object struct(
      StructValue from, SqlStruct type, int[] places, List<UnaryOperator<Object>> casts) {
    Object[] values = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      Object value = places[i] < 0 ? null : from.value(places[i]);
      values[i] = value == null ? null : casts.get(i).apply(value);
    }
    return new StructValue(type, values);
  }
}
