package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.KsqlFunctionException;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.TimeZone;

/** Reads dates by lenient patterns; the last pattern is kept. */
final class DateReader {
  private Compiled last = new Compiled(null, null);

  private record Compiled(String pattern, SimpleDateFormat format) {}

  /** Days since 1970-01-01. */
  long epochDay(String text, String pattern) {
    long millis;
    try {
      millis = format(pattern).parse(text).getTime();
    } catch (ParseException | IllegalArgumentException e) {
      throw new KsqlFunctionException(
          "'" + text + "' is no date written as '" + pattern + "': " + e.getMessage(), e);
    }
    if (Math.floorMod(millis, Days.MILLIS) != 0) {
      throw new KsqlFunctionException(
          "'" + text + "' has a time of day, but only a date is wanted.");
    }
    return Math.floorDiv(millis, Days.MILLIS);
  }

  private SimpleDateFormat format(String pattern) {
    Compiled compiled = last;
    if (!pattern.equals(compiled.pattern())) {
      SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ENGLISH);
      format.setTimeZone(TimeZone.getTimeZone("GMT"));
      compiled = new Compiled(pattern, format);
      last = compiled;
    }
    return (SimpleDateFormat) compiled.format().clone();
  }
}
