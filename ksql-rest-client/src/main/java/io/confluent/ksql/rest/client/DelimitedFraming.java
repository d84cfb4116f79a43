package io.confluent.ksql.rest.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.rest.wire.ErrorBody;
import io.confluent.ksql.rest.wire.QueryMetadata;
import io.confluent.ksql.rest.wire.StreamedRow;
import io.confluent.ksql.rest.wire.WireJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Elements that stand one a line: of {@code /query-stream} metadata, arrays, errors and tokens; of
 * classic servers rows as objects.
 */
final class DelimitedFraming {
  private DelimitedFraming() {}

  static StreamedRow row(JsonParser parser) throws IOException {
    return StreamedRow.row(WireJson.readRow(parser));
  }

  static StreamedRow element(JsonParser parser, ObjectReader reader) throws IOException {
    JsonNode element = parser.readValueAsTree();
    if (element.has("columnNames")) {
      return header(WireJson.mapper().treeToValue(element, QueryMetadata.class));
    }
    if (element.has("error_code")) {
      return StreamedRow.error(WireJson.mapper().treeToValue(element, ErrorBody.class));
    }
    if (element.path("continuationToken").isTextual()) {
      return StreamedRow.continuationToken(element.path("continuationToken").textValue());
    }
    if (element.path("consistencyToken").isTextual()) {
      return StreamedRow.consistencyToken(element.path("consistencyToken").textValue());
    }
    return reader.readValue(element);
  }

  private static StreamedRow header(QueryMetadata metadata) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < metadata.columnNames().size(); i++) {
      columns.add(
          Names.quoted(metadata.columnNames().get(i)) + " " + metadata.columnTypes().get(i));
    }
    return StreamedRow.header(metadata.queryId(), String.join(", ", columns));
  }
}
