package io.confluent.ksql.engine.facts;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.setting.Setting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats on the class path as planning sees them. */
public final class InstalledFormats implements FormatSupport {
  private final Formats formats;

  /** The abilities of these formats. */
  public InstalledFormats(Formats formats) {
    this.formats = Objects.requireNonNull(formats, "formats");
  }

  @Override
  public Optional<Abilities> abilities(String format) {
    return formats.find(format).map(InstalledFormats::abilities);
  }

  private static Abilities abilities(Format format) {
    FormatAbilities abilities = format.abilities();
    return new Abilities(
        abilities.multiColumnKeys(),
        abilities.usesRegistry(),
        abilities.infersSchema(),
        abilities.wrappings().contains(FormatAbilities.Wrapping.WRAPPED),
        abilities.wrappings().contains(FormatAbilities.Wrapping.BARE),
        format.options().stream().map(Setting::name).collect(Collectors.toSet()));
  }

  @Override
  public Set<String> names() {
    return formats.all().stream().map(Format::name).collect(Collectors.toSet());
  }

  @Override
  public Map<String, String> impliedOptions(String format, Schema.Side side, String source) {
    return formats.get(format).impliedOptions(side, source);
  }

  @Override
  public Optional<Diagnostic> problem(FormatSpec format, List<Column> columns, Schema.Side side) {
    try {
      Format installed = formats.get(format.name());
      installed.checkOptions(format.options());
      installed.check(columns, side);
      return Optional.empty();
    } catch (DiagnosticException e) {
      return Optional.of(e.diagnostic());
    }
  }
}
