package io.confluent.ksql.parser.format;

import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.Keywords;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Names and texts, quoted where they would not mean themselves otherwise. */
public final class NameFormatter {
  /** Words that are names in most places, but begin something else in some. */
  private static final Set<String> CONSTRUCTORS =
      Set.of("ARRAY", "MAP", "STRUCT", "IF", "TABLES", "PRIMARY", "COLUMN");

  private NameFormatter() {}

  /** A name, in back-ticks if it needs them. */
  public static String format(Identifier name) {
    return format(name.text());
  }

  /** A name, in back-ticks if it needs them. */
  public static String format(String name) {
    boolean bare =
        Names.isPlain(name) && !Keywords.isReserved(name) && !CONSTRUCTORS.contains(name);
    return bare ? name : Names.quoted(name);
  }

  /** Names between brackets, with commas. */
  static String list(Collection<Identifier> names) {
    return names.stream().map(NameFormatter::format).collect(Collectors.joining(", ", "(", ")"));
  }

  /** A text in single quotes. */
  static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
