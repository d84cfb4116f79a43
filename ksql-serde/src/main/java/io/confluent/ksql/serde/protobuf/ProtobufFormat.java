package io.confluent.ksql.serde.protobuf;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.FormatAbilities.Wrapping;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.NoColumns;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.SchemaTranslator;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.setting.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Protobuf messages behind the id of a schema in a registry. One column is a message with one
 * field, in keys too; a key that someone else wrote as a message of {@code wrappers.proto} is read.
 */
public final class ProtobufFormat implements Format {
  /** The registered schema to write with and to take columns from. */
  public static final Setting<Long> SCHEMA_ID =
      Setting.number("SCHEMA_ID")
          .defaultsTo(0L)
          .doc("The id of the registered schema to write with and to take columns from.");

  /** Full name of the message of a row. */
  public static final Setting<String> SCHEMA_FULL_NAME =
      Setting.text("SCHEMA_FULL_NAME")
          .doc("The name, with its package, of the message that is a row.");

  /** How fields that may be null are written. */
  public static final Setting<NullableRepresentation> NULLABLE =
      Setting.choice("PROTOBUF_NULLABLE_REPRESENTATION", NullableRepresentation.class)
          .doc(
              "How NULL is told from 0 and from an empty text: by fields marked optional, or by"
                  + " messages around the values. Where it is left out, it is not told.");

  static final String NAME = "PROTOBUF";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Setting<?>> options() {
    return List.of(SCHEMA_ID, SCHEMA_FULL_NAME, NULLABLE);
  }

  @Override
  public FormatAbilities abilities() {
    return new FormatAbilities(
        Set.of(Schema.Side.KEY, Schema.Side.VALUE), true, true, true, Set.of(Wrapping.WRAPPED));
  }

  @Override
  public void check(List<Column> columns, Schema.Side side) {
    ProtobufColumns.check(NAME, columns, side);
  }

  @Override
  public void checkOptions(Map<String, String> options) {
    Format.super.checkOptions(options);
    ProtobufOptions.check(options);
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.DECODER;
    }
    return new ProtobufDecoder(columns, context, registry(context));
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.ENCODER;
    }
    check(columns, context.side());
    return new ProtobufEncoder(columns, context, registry(context));
  }

  @Override
  public Optional<SchemaTranslator> schemaTranslator() {
    return Optional.of(ProtobufTranslator.INSTANCE);
  }

  private static SchemaRegistry registry(FormatContext context) {
    return context
        .registry()
        .orElseThrow(
            () ->
                Diagnostic.error(
                        ErrorCode.SCHEMA_REGISTRY_MISSING,
                        "The topic %s has the format PROTOBUF, which needs a schema registry.",
                        context.topic())
                    .hint("Set ksql.schema.registry.url.")
                    .toException());
  }
}
