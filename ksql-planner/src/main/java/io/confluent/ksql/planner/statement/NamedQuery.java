package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which persistent query a statement means by a name. */
public final class NamedQuery {
  private NamedQuery() {}

  /**
   * The query of that id, or the only one whose id is that name and a number.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if there is none, or several
   */
  public static PersistentQuery find(Catalog catalog, Identifier id) {
    Optional<PersistentQuery> exact =
        catalog.queries().stream()
            .filter(query -> query.id().equalsIgnoreCase(id.text()))
            .findFirst();
    if (exact.isPresent()) {
      return exact.get();
    }
    Pattern numbered =
        Pattern.compile(Pattern.quote(id.text()) + "_\\d+", Pattern.CASE_INSENSITIVE);
    List<PersistentQuery> candidates =
        catalog.queries().stream().filter(query -> numbered.matcher(query.id()).matches()).toList();
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    List<String> ids = catalog.queries().stream().map(PersistentQuery::id).toList();
    throw Diagnostic.error(
            ErrorCode.QUERY_NOT_FOUND,
            id.span(),
            candidates.isEmpty() ? "There is no query %s." : "Several queries are called %s.",
            id.text())
        .hint(
            candidates.isEmpty()
                ? Names.nearest(id.text(), ids)
                    .map("Did you mean %s?"::formatted)
                    .or(() -> Optional.of("SHOW QUERIES lists them all."))
                : Optional.of(
                    "Name one: "
                        + String.join(", ", candidates.stream().map(PersistentQuery::id).toList())
                        + "."))
        .toException();
  }
}
