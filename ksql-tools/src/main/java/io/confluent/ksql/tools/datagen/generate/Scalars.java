package io.confluent.ksql.tools.datagen.generate;

import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.Values;
import java.math.BigDecimal;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Generators of numbers, texts, truth values and times. */
final class Scalars {
  private static final String[] WHOLE = {"iteration", "range", "format_as_time"};
  private static final long LAST_MS_OF_DAY = 86_399_999;

  /** The end of the year 2099: times without hints are ones that calendars show. */
  private static final long LAST_USUAL_MS = 4_102_444_799_999L;

  private static final long MS_PER_DAY = LAST_MS_OF_DAY + 1;

  private final Clock clock;

  Scalars(Clock clock) {
    this.clock = clock;
  }

  TypedGenerator of(Schema schema, Hints hints) {
    return switch (schema.getType()) {
      case BOOLEAN -> truth(hints);
      case INT -> ofInt(schema, hints);
      case LONG -> ofLong(schema, hints);
      case FLOAT, DOUBLE -> {
        hints.allowOnly("number with a fraction", "iteration", "range");
        yield new TypedGenerator(SqlTypes.DOUBLE, Numbers.fractional(hints));
      }
      case STRING -> new TypedGenerator(SqlTypes.STRING, text(hints));
      default -> throw new AssertionError(schema);
    };
  }

  private static TypedGenerator truth(Hints hints) {
    hints.allowOnly("boolean", "odds");
    double odds = hints.number("odds").map(BigDecimal::doubleValue).orElse(0.5);
    if (!(odds >= 0 && odds <= 1)) {
      throw hints.wrong("odds are from 0 to 1");
    }
    return new TypedGenerator(SqlTypes.BOOLEAN, random -> random.nextDouble() < odds);
  }

  private static TypedGenerator ofInt(Schema schema, Hints hints) {
    hints.allowOnly("whole number", "iteration", "range");
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      long lastDay = LAST_USUAL_MS / MS_PER_DAY;
      return new TypedGenerator(SqlTypes.DATE, Numbers.whole(hints, 0, lastDay, Values::date));
    }
    if (schema.getLogicalType() instanceof LogicalTypes.TimeMillis) {
      return new TypedGenerator(
          SqlTypes.TIME,
          Numbers.whole(hints, 0, LAST_MS_OF_DAY, ms -> Values.time(ms, hints.path())));
    }
    return new TypedGenerator(
        SqlTypes.INTEGER,
        Numbers.whole(hints, Integer.MIN_VALUE, Integer.MAX_VALUE, number -> (int) number));
  }

  private TypedGenerator ofLong(Schema schema, Hints hints) {
    hints.allowOnly("whole number", WHOLE);
    boolean timestamp = schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    Generator generator;
    if (hints.has("format_as_time")) {
      if (!hints.text("format_as_time").orElseThrow().equals("unix_long")) {
        throw hints.wrong("the time as a number is unix_long; a pattern is for a text");
      }
      generator = random -> timestamp ? Values.timestamp(clock.millis()) : clock.millis();
    } else if (timestamp) {
      generator = Numbers.whole(hints, 0, LAST_USUAL_MS, Values::timestamp);
    } else {
      generator = Numbers.whole(hints, Long.MIN_VALUE, Long.MAX_VALUE, number -> number);
    }
    return new TypedGenerator(timestamp ? SqlTypes.TIMESTAMP : SqlTypes.BIGINT, generator);
  }

  private Generator text(Hints hints) {
    hints.allowOnly(
        "text", "regex", "length", "iteration", "range", "format_as_time", "prefix", "suffix");
    String prefix = hints.text("prefix").orElse("");
    String suffix = hints.text("suffix").orElse("");
    Generator middle = middle(hints);
    return random -> prefix + middle.next(random) + suffix;
  }

  private Generator middle(Hints hints) {
    if (hints.has("format_as_time")) {
      return time(hints);
    }
    if (hints.has("regex")) {
      return Texts.regex(hints);
    }
    if (hints.has("iteration") || hints.has("range")) {
      return Numbers.whole(hints, Long.MIN_VALUE, Long.MAX_VALUE, Long::toString);
    }
    return Texts.letters(hints);
  }

  private Generator time(Hints hints) {
    String pattern = hints.text("format_as_time").orElseThrow();
    if (pattern.equals("unix_long")) {
      return random -> Long.toString(clock.millis());
    }
    SimpleDateFormat format;
    try {
      format = new SimpleDateFormat(pattern, Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      throw hints.wrong("format_as_time is not a pattern of times (%s)", e.getMessage());
    }
    format.setTimeZone(TimeZone.getTimeZone("UTC"));
    return random -> format.format(new Date(clock.millis()));
  }
}
