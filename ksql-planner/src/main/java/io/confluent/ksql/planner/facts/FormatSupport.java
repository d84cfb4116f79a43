package io.confluent.ksql.planner.facts;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What planning must know of the installed formats. */
public interface FormatSupport {
  /** The abilities of a format, by upper-case name; empty if there is no such format. */
  Optional<Abilities> abilities(String format);

  /** Names of the installed formats. */
  Set<String> names();

  /**
   * Why a format cannot hold these columns: what to tell people; empty if it can. Options are
   * checked too.
   */
  Optional<Diagnostic> problem(FormatSpec format, List<Column> columns, Schema.Side side);

  /**
   * Options that a format has for a stream or table of that name where no statement says otherwise.
   */
  default Map<String, String> impliedOptions(String format, Schema.Side side, String source) {
    return Map.of();
  }

  /**
   * What a format can do.
   *
   * @param multipleKeyColumns whether a key may have several columns
   * @param usesRegistry whether schemas live in a registry
   * @param infersSchema whether columns can be taken from there
   * @param wrapsSingles whether a single column can be written as a record of one field
   * @param unwrapsSingles whether a single column can be written bare
   * @param options upper-case names of its options, without prefix
   */
  record Abilities(
      boolean multipleKeyColumns,
      boolean usesRegistry,
      boolean infersSchema,
      boolean wrapsSingles,
      boolean unwrapsSingles,
      Set<String> options) {
    public Abilities {
      options = Set.copyOf(options);
    }
  }
}
