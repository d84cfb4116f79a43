package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The names that the expressions of a query can use.
 *
 * @param sources the streams and tables of FROM, left to right
 * @param rowTime the time of the joined row, which an unqualified ROWTIME means
 * @param synthetic the key of a join that is a column of no source
 */
record Scope(List<ScopeSource> sources, ColumnRef rowTime, Optional<ScopeColumn> synthetic) {
  Scope {
    sources = List.copyOf(sources);
  }

  boolean isJoin() {
    return sources.size() > 1;
  }

  /** Whether a column name occurs in more than one source. */
  boolean isClashing(String name) {
    return sources.stream()
            .filter(
                source ->
                    source
                        .column(name)
                        .filter(c -> c.role() != ScopeColumn.Role.PSEUDO)
                        .isPresent())
            .count()
        > 1;
  }

  /** All names of declared columns. */
  List<String> columnNames() {
    return sources.stream()
        .flatMap(source -> source.declared().stream())
        .map(ScopeColumn::name)
        .toList();
  }

  ScopeSource source(Identifier alias) {
    return find(alias)
        .orElseThrow(
            () ->
                Diagnostic.error(
                        ErrorCode.SOURCE_NOT_FOUND,
                        alias.span(),
                        "%s is no stream or table of this query.",
                        alias.text())
                    .hint(
                        Names.nearest(alias.text(), aliases())
                            .map("Did you mean %s?"::formatted)
                            .or(() -> Optional.of("It reads " + aliases() + ".")))
                    .toException());
  }

  Optional<ScopeSource> find(Identifier alias) {
    return sources.stream().filter(source -> source.alias().equals(alias.text())).findFirst();
  }

  private List<String> aliases() {
    return sources.stream().map(ScopeSource::alias).toList();
  }

  /** The column that an unqualified name means. */
  ScopeColumn column(Identifier name) {
    if (name.text().equals(PseudoColumn.ROWTIME.name())) {
      return new ScopeColumn(name.text(), rowTime, ScopeColumn.Role.PSEUDO);
    }
    if (synthetic.filter(key -> key.name().equals(name.text())).isPresent()) {
      return synthetic.get();
    }
    List<ScopeSource> holders =
        sources.stream().filter(source -> source.column(name.text()).isPresent()).toList();
    if (holders.isEmpty()) {
      throw unknown(name, "", columnNames());
    }
    if (holders.size() > 1) {
      throw Diagnostic.error(
              ErrorCode.COLUMN_AMBIGUOUS,
              name.span(),
              "Column %s is in more than one source.",
              name.text())
          .hint(
              holders.stream()
                  .map(holder -> holder.alias() + "." + name.text())
                  .collect(Collectors.joining(" or ", "Write ", ".")))
          .toException();
    }
    return holders.get(0).column(name.text()).orElseThrow();
  }

  /** The column that a qualified name means. */
  ScopeColumn column(Identifier alias, Identifier name) {
    ScopeSource source = source(alias);
    return source
        .column(name.text())
        .orElseThrow(
            () ->
                unknown(
                    name,
                    alias.text() + ".",
                    source.declared().stream().map(ScopeColumn::name).toList()));
  }

  /**
   * @param prefix alias and point, if the name has them
   */
  private static RuntimeException unknown(Identifier name, String prefix, List<String> known) {
    return Diagnostic.error(
            ErrorCode.COLUMN_NOT_FOUND,
            name.span(),
            "Column %s%s does not exist.",
            prefix,
            name.text())
        .hint(
            similar(name.text(), known)
                .map(meant -> "Did you mean %s%s?".formatted(prefix, meant))
                .or(() -> Optional.of("There are " + String.join(", ", known) + ".")))
        .toException();
  }

  /** Close in spelling, or the one name that ends or begins like it. */
  private static Optional<String> similar(String name, List<String> known) {
    Optional<String> nearest = Names.nearest(name, known);
    if (nearest.isPresent()) {
      return nearest;
    }
    List<String> partial = new ArrayList<>();
    for (String candidate : known) {
      if (candidate.endsWith("_" + name) || candidate.startsWith(name + "_")) {
        partial.add(candidate);
      }
    }
    return partial.size() == 1 ? Optional.of(partial.get(0)) : Optional.empty();
  }
}
