package io.confluent.ksql.serde.avro;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.ColumnRules;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.FormatAbilities.Wrapping;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.NoColumns;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.setting.Setting;
import io.confluent.ksql.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Avro's binary encoding behind the id of a schema in a registry. */
public final class AvroFormat implements Format {
  static final String NAME = "AVRO";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Setting<?>> options() {
    return List.of(SchemaOptions.SCHEMA_ID, SchemaOptions.SCHEMA_FULL_NAME);
  }

  @Override
  public FormatAbilities abilities() {
    return new FormatAbilities(
        Set.of(Schema.Side.KEY, Schema.Side.VALUE),
        true,
        true,
        true,
        Set.of(Wrapping.WRAPPED, Wrapping.BARE));
  }

  @Override
  public boolean writesRawTexts() {
    return true;
  }

  @Override
  public void check(List<Column> columns, Schema.Side side) {
    checkColumns(columns, side);
  }

  static void checkColumns(List<Column> columns, Schema.Side side) {
    ColumnRules.refuse(NAME, side, columns, ColumnRules::onlyStringKeys);
    for (Column column : columns) {
      if (!AvroNames.isName(column.name())) {
        throw ColumnRules.refusal(NAME, side, notAName("column", column.name()));
      }
      badField(column.type())
          .ifPresent(
              field -> {
                throw ColumnRules.refusal(NAME, side, notAName("field", field));
              });
    }
  }

  @Override
  public void checkOptions(Map<String, String> options) {
    Format.super.checkOptions(options);
    Settings given = Settings.of(options);
    String name = given.get(SchemaOptions.SCHEMA_FULL_NAME);
    if (given.given(SchemaOptions.SCHEMA_FULL_NAME).isPresent() && !AvroNames.isFullName(name)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY, "'%s' is not a full name in an Avro schema.", name)
          .hint("Use letters, digits and underscores, with points between, as in com.example.Row.")
          .toException();
    }
    SchemaOptions.checkId(options);
  }

  @Override
  public Map<String, String> impliedOptions(Schema.Side side, String source) {
    return switch (side) {
      case KEY -> Map.of(SchemaOptions.SCHEMA_FULL_NAME.name(), AvroNames.ofKey(source));
      case VALUE -> Map.of();
    };
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.DECODER;
    }
    return AvroDecoder.of(columns, context, SchemaOptions.registry(context, NAME));
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.ENCODER;
    }
    check(columns, context.side());
    return AvroEncoder.of(columns, context, SchemaOptions.registry(context, NAME));
  }

  @Override
  public Optional<SchemaTranslator> schemaTranslator() {
    return Optional.of(AvroTranslator.INSTANCE);
  }

  private static Optional<String> badField(SqlType type) {
    if (type instanceof SqlArray array) {
      return badField(array.getItemType());
    }
    if (type instanceof SqlMap map) {
      return badField(map.getValueType());
    }
    if (type instanceof SqlStruct struct) {
      for (SqlStruct.Field field : struct.fields()) {
        Optional<String> bad =
            AvroNames.isName(field.name()) ? badField(field.type()) : Optional.of(field.name());
        if (bad.isPresent()) {
          return bad;
        }
      }
    }
    return Optional.empty();
  }

  private static String notAName(String what, String name) {
    return "The %s name '%s' is not one in Avro: letters, digits and underscores, no digit first."
        .formatted(what, name);
  }
}
