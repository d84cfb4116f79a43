package io.confluent.ksql.serde.none;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.ColumnRules;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.NoColumns;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.setting.Setting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** No columns: writes null, and does not look at what it reads. */
public final class NoneFormat implements Format {
  @Override
  public String name() {
    return "NONE";
  }

  @Override
  public List<Setting<?>> options() {
    return List.of();
  }

  @Override
  public FormatAbilities abilities() {
    return new FormatAbilities(
        Set.of(Schema.Side.KEY, Schema.Side.VALUE), false, false, false, Set.of());
  }

  @Override
  public void check(List<Column> columns, Schema.Side side) {
    if (!columns.isEmpty()) {
      String names = columns.stream().map(Column::toString).collect(Collectors.joining(", "));
      throw ColumnRules.refusal(name(), side, "It has none; there are: " + names + ".");
    }
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    check(columns, context.side());
    return NoColumns.DECODER;
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    check(columns, context.side());
    return NoColumns.ENCODER;
  }
}
