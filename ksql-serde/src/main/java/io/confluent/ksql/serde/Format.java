package io.confluent.ksql.serde;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the keys or the values of a topic are written. Formats are found by {@link
 * java.util.ServiceLoader}, have no state and may be shared; their decoders and encoders belong to
 * one thread at a time.
 */
public interface Format {
  /** The name as in {@code VALUE_FORMAT = '...'}, in upper case. */
  String name();

  /**
   * What may be said in a WITH clause after {@code KEY_} or {@code VALUE_}, for example {@code
   * DELIMITER}.
   */
  List<Setting<?>> options();

  /** What the format can do. */
  FormatAbilities abilities();

  /**
   * Refuses columns that the format cannot hold.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code INVALID_FORMAT}, naming the
   *     column
   */
  void check(List<Column> columns, Schema.Side side);

  /**
   * Refuses options that the format does not have, and values they cannot take. Called once, when a
   * statement is planned.
   *
   * @param options values by option name, as in {@link FormatContext#options()}
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code INVALID_PROPERTY}
   */
  default void checkOptions(Map<String, String> options) {
    List<String> known = new ArrayList<>();
    for (Setting<?> option : options()) {
      known.add(option.name());
      known.addAll(option.formerNames());
    }
    for (String name : options.keySet()) {
      if (!known.contains(name)) {
        throw Diagnostic.error(
                ErrorCode.INVALID_PROPERTY, "The format %s has no option %s.", name(), name)
            .hint(Names.nearest(name, known).map("Did you mean %s?"::formatted))
            .toException();
      }
    }
    for (Setting<?> option : options()) {
      Settings.of(options).get(option);
    }
  }

  /**
   * Options that belong to a stream or table of that name where its statement does not say
   * otherwise.
   */
  default Map<String, String> impliedOptions(Schema.Side side, String source) {
    return Map.of();
  }

  /** A decoder of these columns. */
  RowDecoder decoder(List<Column> columns, FormatContext context);

  /** An encoder of these columns. */
  RowEncoder encoder(List<Column> columns, FormatContext context);

  /** Whether its encoders take a {@link io.confluent.ksql.row.RawText} for a text. */
  default boolean writesRawTexts() {
    return false;
  }

  /** Columns to the schema of a registry and back; empty for formats that use no registry. */
  default Optional<SchemaTranslator> schemaTranslator() {
    return Optional.empty();
  }
}
