package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.Descriptors.FileDescriptor;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.DecodeException;
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
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.registry.RegistrySchema;
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
    return List.of(SchemaOptions.SCHEMA_ID, SchemaOptions.SCHEMA_FULL_NAME, NULLABLE);
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
    ProtobufOptions.checkNullable(options);
    Format.super.checkOptions(options);
    ProtobufOptions.check(options);
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.DECODER;
    }
    SchemaRegistry registry = SchemaOptions.registry(context, NAME);
    return new RegistryDecoder(
        RegistrySchema.Type.PROTOBUF,
        registry,
        schema -> new ProtobufDecoder(columns, context, file(schema, registry)));
  }

  private static FileDescriptor file(RegistrySchema schema, SchemaRegistry registry) {
    try {
      return RegisteredProto.parse(schema, Optional.of(registry));
    } catch (ProtoSchemaException e) {
      throw new DecodeException("The schema of the record is not valid: " + e.getMessage());
    }
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.ENCODER;
    }
    check(columns, context.side());
    SchemaRegistry registry = SchemaOptions.registry(context, NAME);
    return new RegistryEncoder(
        ProtobufTranslator.INSTANCE,
        columns,
        context,
        registry,
        new ProtobufEncoder(columns, context, registry));
  }

  @Override
  public Optional<SchemaTranslator> schemaTranslator() {
    return Optional.of(ProtobufTranslator.INSTANCE);
  }
}
