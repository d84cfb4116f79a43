package io.confluent.ksql.serde.delimited;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.serde.ColumnRules;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.FormatAbilities.Wrapping;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.NoColumns;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.setting.Setting;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values separated by a character, after RFC 4180; no nested types. */
public final class DelimitedFormat implements Format {
  /** What separates the values. */
  public static final Setting<String> DELIMITER =
      Setting.text("DELIMITER")
          .defaultsTo(",")
          .doc("What separates the values: one character, SPACE or TAB.");

  private static final Set<SqlBaseType> KINDS =
      EnumSet.complementOf(EnumSet.of(SqlBaseType.ARRAY, SqlBaseType.MAP, SqlBaseType.STRUCT));

  @Override
  public String name() {
    return "DELIMITED";
  }

  @Override
  public List<Setting<?>> options() {
    return List.of(DELIMITER);
  }

  @Override
  public FormatAbilities abilities() {
    return new FormatAbilities(
        Set.of(Schema.Side.KEY, Schema.Side.VALUE), true, false, false, Set.of(Wrapping.BARE));
  }

  @Override
  public boolean writesRawTexts() {
    return true;
  }

  @Override
  public void check(List<Column> columns, Schema.Side side) {
    ColumnRules.refuse(name(), side, columns, type -> ColumnRules.onlyKinds(type, KINDS));
  }

  @Override
  public void checkOptions(Map<String, String> options) {
    Format.super.checkOptions(options);
    if (options.containsKey(DELIMITER.name())) {
      Delimiter.of(options.get(DELIMITER.name()));
    }
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    check(columns, context.side());
    if (columns.isEmpty()) {
      return NoColumns.DECODER;
    }
    return new DelimitedDecoder(columns, delimiter(context), context);
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    check(columns, context.side());
    if (columns.isEmpty()) {
      return NoColumns.ENCODER;
    }
    return new DelimitedEncoder(columns, delimiter(context));
  }

  private static Delimiter delimiter(FormatContext context) {
    return Delimiter.of(context.options().getOrDefault(DELIMITER.name(), DELIMITER.defaultValue()));
  }
}
