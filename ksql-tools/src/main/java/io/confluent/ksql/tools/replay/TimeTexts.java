package io.confluent.ksql.tools.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times and durations as people write them on a command line. */
final class TimeTexts {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,15}");
  private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private TimeTexts() {}

  static Instant instant(String text) {
    if (WHOLE_NUMBER.matcher(text).matches()) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    try {
      boolean zoned = text.toUpperCase(Locale.ROOT).matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)");
      return zoned
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a time such as 2025-03-01T08:00:00Z or ms since 1970");
    }
  }

  static Duration duration(String text) {
    if (WHOLE_NUMBER.matcher(text).matches()) {
      return Duration.ofMillis(Long.parseLong(text));
    }
    Matcher matcher = WITH_UNIT.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration such as 500 (ms), 30s, 10m, 1h or 2d");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  static final class ToInstant implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      return instant(text);
    }
  }

  static final class ToDuration implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return duration(text);
    }
  }
}
