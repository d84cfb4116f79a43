package io.confluent.ksql.serde.json;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.ColumnRules;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.FormatAbilities.Wrapping;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.NoColumns;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.setting.Setting;
import java.util.List;
import java.util.Set;

/** JSON text in UTF-8, without a schema. */
public final class JsonFormat implements Format {
  @Override
  public String name() {
    return "JSON";
  }

  @Override
  public List<Setting<?>> options() {
    return List.of();
  }

  @Override
  public FormatAbilities abilities() {
    return new FormatAbilities(
        Set.of(Schema.Side.KEY, Schema.Side.VALUE),
        true,
        false,
        false,
        Set.of(Wrapping.WRAPPED, Wrapping.BARE));
  }

  @Override
  public boolean writesRawTexts() {
    return true;
  }

  @Override
  public void check(List<Column> columns, Schema.Side side) {
    ColumnRules.refuse(name(), side, columns, ColumnRules::onlyStringKeys);
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.DECODER;
    }
    check(columns, context.side());
    JsonDecoder any = decoderOf(columns, context);
    return context.isBare(columns.size())
        ? any
        : PlainObjectReader.of(columns, context)
            .<RowDecoder>map(plain -> new PlainFirst(plain, any))
            .orElse(any);
  }

  /** A decoder of JSON of these columns, wherever it begins in the record. */
  public static JsonDecoder decoderOf(List<Column> columns, FormatContext context) {
    return context.isBare(columns.size())
        ? JsonDecoder.ofBare(JsonReader.of(columns.get(0).type()))
        : JsonDecoder.ofObject(MemberReader.ofColumns(columns, context.needed()));
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.ENCODER;
    }
    check(columns, context.side());
    return context.isBare(columns.size())
        ? JsonEncoder.ofBare(JsonWriter.of(columns.get(0).type()))
        : JsonEncoder.ofObject(MemberWriter.ofFields(FieldNames.struct(columns)));
  }
}
