package io.confluent.ksql.schema.utils;

import java.util.function.Predicate;

/** How names inside a type are written: which of them need back-ticks. */
public final class FormatOptions {
  private final Predicate<String> needsQuotes;

  private FormatOptions(Predicate<String> needsQuotes) {
    this.needsQuotes = needsQuotes;
  }

  /** Every name in back-ticks. */
  public static FormatOptions none() {
    return new FormatOptions(name -> true);
  }

  /** Only those names in back-ticks that the predicate selects. */
  public static FormatOptions of(Predicate<String> needsQuotes) {
    return new FormatOptions(needsQuotes);
  }

  /** The name as SQL text, quoted if these options say so. */
  public String escape(String name) {
    return needsQuotes.test(name) ? '`' + name.replace("`", "``") + '`' : name;
  }
}
