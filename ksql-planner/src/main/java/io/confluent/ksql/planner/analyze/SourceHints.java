package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to say of a stream or table that is not there. */
public final class SourceHints {
  private static final int MOST = 3;

  private SourceHints() {}

  /** Which one was meant: the same name in another case, near ones, or those it begins like. */
  public static Optional<String> nearest(Identifier name, Catalog catalog) {
    String text = name.text();
    Optional<Source> otherCase =
        catalog.sources().stream()
            .filter(source -> source.name().equalsIgnoreCase(text) && !source.name().equals(text))
            .findFirst();
    if (otherCase.isPresent()) {
      String meant = otherCase.get().name();
      return Optional.of(
          Names.isPlain(meant)
              ? "Did you mean %s? It is written without quotes.".formatted(meant)
              : "Did you mean %s? Its name needs the quotes.".formatted(Names.quoted(meant)));
    }
    List<String> alike =
        catalog.sources().stream().map(Source::name).filter(known -> alike(known, text)).toList();
    Optional<String> nearest = catalog.nearestSource(text);
    if (nearest.isPresent() && !alike.contains(nearest.get())) {
      return nearest.map("Did you mean %s?"::formatted);
    }
    return alike.isEmpty()
        ? nearest.map("Did you mean %s?"::formatted)
        : Optional.of(
            alike.stream().limit(MOST).collect(Collectors.joining(" or ", "Did you mean ", "?")));
  }

  /** Whether two names share their beginning, for at least half of each. */
  private static boolean alike(String known, String name) {
    int common = 0;
    while (common < Math.min(known.length(), name.length())
        && known.charAt(common) == name.charAt(common)) {
      common++;
    }
    return common >= 3 && common * 2 >= Math.max(known.length(), name.length());
  }
}
