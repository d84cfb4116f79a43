package io.confluent.ksql.function.builtin.time;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Formatters of the patterns that a function is called with; the last one is kept. */
final class Patterns {
  private final UnaryOperator<DateTimeFormatterBuilder> preparation;
  private Compiled last = new Compiled(null, null);

  private Patterns(UnaryOperator<DateTimeFormatterBuilder> preparation) {
    this.preparation = preparation;
  }

  /** Formatters that read letters in any case. */
  static Patterns forParsing() {
    return new Patterns(DateTimeFormatterBuilder::parseCaseInsensitive);
  }

  /** Formatters that write. */
  static Patterns forFormatting() {
    return new Patterns(UnaryOperator.identity());
  }

  private record Compiled(String pattern, DateTimeFormatter formatter) {}

  DateTimeFormatter formatter(String pattern) {
    Compiled compiled = last;
    if (!pattern.equals(compiled.pattern())) {
      DateTimeFormatterBuilder builder = preparation.apply(new DateTimeFormatterBuilder());
      compiled = new Compiled(pattern, builder.appendPattern(pattern).toFormatter(Locale.ENGLISH));
      last = compiled;
    }
    return compiled.formatter();
  }
}
