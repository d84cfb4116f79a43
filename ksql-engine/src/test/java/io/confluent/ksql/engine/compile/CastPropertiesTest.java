package io.confluent.ksql.engine.compile;

import static io.confluent.ksql.engine.compile.Evaluation.cast;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.BIGINT;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.BOOLEAN;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.DATE;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.DOUBLE;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.INTEGER;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.STRING;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.TIMESTAMP;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.array;
import static io.confluent.ksql.schema.ksql.types.SqlTypes.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for casts of whatever values. */
class CastPropertiesTest {
  private static final long YEAR_1 = -62_135_596_800_000L;
  private static final long YEAR_9999 = 253_402_300_799_999L;
  private static final long DAY = 86_400_000L;

  private static Object thereAndBack(Object value, SqlType type) {
    return cast(cast(value, type, STRING), STRING, type);
  }

  @Property
  void textKeepsNumbersAndTruth(
      @ForAll int i, @ForAll long l, @ForAll double d, @ForAll boolean b) {
    assertThat(thereAndBack(i, INTEGER)).isEqualTo(i);
    assertThat(thereAndBack(l, BIGINT)).isEqualTo(l);
    assertThat(thereAndBack(b, BOOLEAN)).isEqualTo(b);
    Assume.that(Double.isFinite(d));
    assertThat(thereAndBack(d, DOUBLE)).isEqualTo(d);
  }

  @Property
  void textKeepsDecimals(@ForAll long unscaled, @ForAll @IntRange(max = 19) int scale) {
    SqlDecimal type = SqlDecimal.of(38, scale);
    BigDecimal value = BigDecimal.valueOf(unscaled, scale);
    assertThat(thereAndBack(value, type)).isEqualTo(value);
  }

  @Property
  void textKeepsMomentsAndDays(@ForAll @LongRange(min = YEAR_1, max = YEAR_9999) long ms) {
    assertThat(thereAndBack(new Timestamp(ms), TIMESTAMP)).isEqualTo(new Timestamp(ms));
    Date day = new Date(Math.floorDiv(ms, DAY) * DAY);
    assertThat(thereAndBack(day, DATE)).isEqualTo(day);
    assertThat(cast(new Timestamp(ms), TIMESTAMP, DATE)).isEqualTo(day);
    assertThat(cast(day, DATE, TIMESTAMP)).isEqualTo(new Timestamp(day.getTime()));
  }

  @Property
  void widerNumbersKeepNarrowerOnes(@ForAll int i, @ForAll long l) {
    assertThat(cast(cast(i, INTEGER, BIGINT), BIGINT, INTEGER)).isEqualTo(i);
    assertThat(cast(cast(i, INTEGER, DOUBLE), DOUBLE, INTEGER)).isEqualTo(i);
    SqlDecimal wide = SqlDecimal.of(21, 2);
    assertThat(cast(cast(l, BIGINT, wide), wide, BIGINT)).isEqualTo(l);
    assertThat(cast(l, BIGINT, INTEGER)).isEqualTo((int) l);
  }

  @Property
  void decimalsAreRoundedOrDoNotFit(@ForAll long unscaled, @ForAll @IntRange(max = 9) int scale) {
    BigDecimal value = BigDecimal.valueOf(unscaled, scale);
    SqlType from = decimal(38, scale);
    BigDecimal rounded = value.setScale(2, RoundingMode.HALF_UP);
    Object expected = rounded.precision() - rounded.scale() <= 4 ? rounded : null;
    assertThat(cast(value, from, decimal(6, 2))).isEqualTo(expected);
  }

  @Property
  void partsAreCastLikeWholes(@ForAll List<Integer> list) {
    List<Object> texts = list.stream().map(i -> cast(i, INTEGER, STRING)).toList();
    assertThat(cast(list, array(INTEGER), array(STRING))).isEqualTo(texts);
    assertThat(cast(list, array(INTEGER), STRING)).isEqualTo(list.toString());
  }

  @Property
  void textsThatSayNothingAreNull(@ForAll String text) {
    Assume.that(!text.trim().matches("(?U)[+-]?\\d+"));
    assertThat(cast(text, STRING, INTEGER)).isNull();
    assertThat(cast(text, STRING, BIGINT)).isNull();
  }
}
