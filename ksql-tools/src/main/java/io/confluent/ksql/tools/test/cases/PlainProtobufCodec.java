package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.protobuf.PlainProtobufFormat;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import java.util.List;
import java.util.Optional;

/** Protobuf without anything before it, of the schema of the columns. */
final class PlainProtobufCodec implements ValueCodec {
  private final Descriptor type;
  private final Optional<FieldDescriptor> bare;

  private PlainProtobufCodec(Descriptor type, Optional<FieldDescriptor> bare) {
    this.type = type;
    this.bare = bare;
  }

  static ValueCodec of(List<Column> columns, FormatContext context) {
    if (columns.isEmpty()) {
      return new PlainCodecs.None();
    }
    Descriptor type =
        ProtoText.parse(PlainProtobufFormat.schemaText(columns, context), name -> Optional.empty())
            .getMessageTypes()
            .get(0);
    boolean bare =
        context.isBare(columns.size()) && columns.get(0).type().baseType() != SqlBaseType.STRUCT;
    return new PlainProtobufCodec(
        type, bare ? Optional.of(type.getFields().get(0)) : Optional.empty());
  }

  @Override
  public byte[] encode(JsonNode json) {
    if (json.isNull()) {
      return null;
    }
    try {
      return bare.map(field -> ProtobufFromJson.of(field, json))
          .orElseGet(() -> ProtobufFromJson.root(type, json))
          .toByteArray();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new CaseFailure("%s does not fit %s.".formatted(json, type.toProto()), e);
    }
  }

  @Override
  public Object decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      Message message = DynamicMessage.parseFrom(type, bytes);
      return bare.isPresent()
          ? ProtobufToPlain.field(bare.get(), message)
          : ProtobufToPlain.root(message);
    } catch (InvalidProtocolBufferException e) {
      throw new CaseFailure("The bytes are not of the message " + type.toProto(), e);
    }
  }
}
