package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatAbilities;
import io.confluent.ksql.serde.FormatAbilities.Wrapping;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.NoColumns;
import io.confluent.ksql.serde.RowDecoder;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.protobuf.RowCodecs.RowReader;
import io.confluent.ksql.serde.protobuf.RowCodecs.RowWriter;
import io.confluent.ksql.serde.protobuf.schema.ProtoSchemaException;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import io.confluent.ksql.setting.Setting;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Protobuf messages and nothing before them: the schema is that of the columns. A bare value is the
 * first field of a message, as in {@code wrappers.proto}; a bare struct is a message itself.
 */
public final class PlainProtobufFormat implements Format {
  private static final String NAME = "PROTOBUF_NOSR";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Setting<?>> options() {
    return List.of(ProtobufFormat.NULLABLE);
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
  public void check(List<Column> columns, Schema.Side side) {
    ProtobufColumns.check(NAME, columns, side);
  }

  @Override
  public void checkOptions(Map<String, String> options) {
    ProtobufOptions.checkNullable(options);
    Format.super.checkOptions(options);
  }

  /** The text of the schema with which rows of these columns are written. */
  public static String schemaText(List<Column> columns, FormatContext context) {
    Optional<NullableRepresentation> nullable = ProtobufOptions.nullable(context);
    if (!context.isBare(columns.size())) {
      return new SchemaTextBuilder(nullable).ofRow(FieldNames.struct(columns), Optional.empty());
    }
    // A null that is the whole value is no message at all, so none has to be told inside one.
    SqlType type = columns.get(0).type();
    return type instanceof SqlStruct struct
        ? new SchemaTextBuilder(nullable).ofRow(struct, Optional.empty())
        : new SchemaTextBuilder(Optional.empty())
            .ofRow(SqlTypes.struct().field(ProtoShape.BARE_FIELD, type).build(), Optional.empty());
  }

  @Override
  public RowDecoder decoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.DECODER;
    }
    check(columns, context.side());
    Descriptor message = message(columns, context);
    RowReader reader =
        context.isBare(columns.size())
            ? RowCodecs.bareReader(columns.get(0).type(), message)
            : RowCodecs.reader(columns, message, context.needed());
    return bytes -> {
      if (bytes == null) {
        return null;
      }
      try {
        return reader.read(CodedInputStream.newInstance(bytes));
      } catch (DecodeException e) {
        throw e.inside("$");
      } catch (IOException e) {
        throw RowCodecs.malformed(e);
      }
    };
  }

  @Override
  public RowEncoder encoder(List<Column> columns, FormatContext context) {
    if (columns.isEmpty() && context.side() == Schema.Side.KEY) {
      return NoColumns.ENCODER;
    }
    check(columns, context.side());
    boolean bare = context.isBare(columns.size());
    Descriptor message = message(columns, context);
    RowWriter writer =
        bare
            ? RowCodecs.bareWriter(columns.get(0).type(), message)
            : RowCodecs.writer(columns, message);
    ProtoOutput out = new ProtoOutput();
    return row -> {
      if (row == null || bare && row[0] == null) {
        return null;
      }
      out.clear();
      writer.write(row, out);
      return out.toBytes();
    };
  }

  private static Descriptor message(List<Column> columns, FormatContext context) {
    try {
      return ProtoText.parse(schemaText(columns, context), name -> Optional.empty())
          .getMessageTypes()
          .get(0);
    } catch (ProtoSchemaException e) {
      throw new IllegalStateException("The schema of " + columns + " is not valid", e);
    }
  }
}
