package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import java.util.Base64;
import java.util.Optional;

/** Rows in protobuf, as text. */
final class ProtobufText {
  private ProtobufText() {}

  /** An answer whose rows have become text; what else it has stays as it is. */
  static ArrayNode of(JsonNode answer) {
    ArrayNode readable = CaseFile.JSON.createArrayNode();
    Optional<Descriptor> type = Optional.empty();
    for (JsonNode element : answer) {
      JsonNode schema = element.path("header").path("protoSchema");
      if (schema.isTextual()) {
        type = Optional.of(type(schema.asText()));
      }
      JsonNode message = element.path("row").path("protobufBytes");
      if (message.isTextual()) {
        ObjectNode row = readable.addObject();
        row.put("row", text(type.orElseThrow(), message.asText()));
      } else {
        readable.add(element);
      }
    }
    return readable;
  }

  private static Descriptor type(String schema) {
    return ProtoText.parse(schema, file -> Optional.empty()).getMessageTypes().get(0);
  }

  private static String text(Descriptor type, String base64) {
    try {
      return TextFormat.printer()
          .printToString(DynamicMessage.parseFrom(type, Base64.getDecoder().decode(base64)));
    } catch (InvalidProtocolBufferException e) {
      throw new CaseFailure("A row is no message of its type: " + base64, e);
    }
  }
}
