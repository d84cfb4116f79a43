package io.confluent.ksql.planner;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The formats as far as planning sees them. */
final class TestFormats implements FormatSupport {
  private static final Map<String, Abilities> ABILITIES =
      Map.of(
          "NONE", new Abilities(false, false, false, false, true, Set.of()),
          "KAFKA", new Abilities(false, false, false, false, true, Set.of()),
          "DELIMITED", new Abilities(true, false, false, false, true, Set.of("DELIMITER")),
          "JSON", new Abilities(true, false, false, true, true, Set.of()),
          "AVRO", new Abilities(true, true, true, true, true, Set.of("SCHEMA_ID")));

  @Override
  public Optional<Abilities> abilities(String format) {
    return Optional.ofNullable(ABILITIES.get(format));
  }

  @Override
  public Set<String> names() {
    return new TreeSet<>(ABILITIES.keySet());
  }

  @Override
  public Optional<Diagnostic> problem(FormatSpec format, List<Column> columns, Schema.Side side) {
    return format.name().equals("KAFKA") && columns.size() > 1
        ? Optional.of(Diagnostic.error(ErrorCode.INVALID_FORMAT, "KAFKA holds one column only."))
        : Optional.empty();
  }
}
