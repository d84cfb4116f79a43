package io.confluent.ksql.serde.jsonschema;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.ColumnRules;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.FormatAbilities.Wrapping;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.NoColumns;
import io.confluent.ksql.serde.RegistryDecoder;
import io.confluent.ksql.serde.RegistryEncoder;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.SchemaOptions;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.WireFormat;
import io.confluent.ksql.serde.json.JsonDecoder;
import io.confluent.ksql.serde.json.JsonFormat;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.setting.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** JSON behind the id of a JSON schema in a registry. */
public final class JsonSrFormat implements Format {
  static final String NAME = "JSON_SR";

  /** Set by the planner, not by a statement. */
  private static final Setting<Boolean> WRITER_SCHEMA =
      Setting.flag("WRITER_SCHEMA")
          .defaultsTo(true)
          .doc("Whether records are read by the schema they were written with, or as plain JSON.");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Setting<?>> options() {
    return List.of(SchemaOptions.SCHEMA_ID, SchemaOptions.SCHEMA_FULL_NAME, WRITER_SCHEMA);
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
  public void check(List<Column> columns, Schema.Side side) {
    ColumnRules.refuse(NAME, side, columns, ColumnRules::onlyStringKeys);
  }

  @Override
  public void checkOptions(Map<String, String> options) {
    Format.super.checkOptions(options);
    SchemaOptions.checkId(options);
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.DECODER;
    }
    check(columns, context.side());
    if (!context.option(WRITER_SCHEMA)) {
      return asPlainJson(JsonFormat.decoderOf(columns, context));
    }
    return new RegistryDecoder(
        RegistrySchema.Type.JSON,
        SchemaOptions.registry(context, NAME),
        new JsonSrDecoder(columns, context));
  }

  private static RowDecoder asPlainJson(JsonDecoder json) {
    return bytes -> {
      if (bytes == null) {
        return null;
      }
      WireFormat.schemaId(bytes);
      return json.decode(bytes, WireFormat.PREFIX_LENGTH);
    };
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.ENCODER;
    }
    check(columns, context.side());
    return new RegistryEncoder(
        JsonSchemaTranslator.INSTANCE,
        columns,
        context,
        SchemaOptions.registry(context, NAME),
        new JsonSrEncoder(columns, context));
  }

  @Override
  public Optional<SchemaTranslator> schemaTranslator() {
    return Optional.of(JsonSchemaTranslator.INSTANCE);
  }
}
