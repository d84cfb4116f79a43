package io.confluent.ksql.rest.server.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.WireJson;
import java.util.List;
import java.util.Map;

/** Answers as clients of the first years read them: each in an object of its type's name. */
final class ClassicEntities {
  private static final String TYPE = "@type";

  /** Types that had other names then. */
  private static final Map<String, String> NAMES =
      Map.of("sourceDescription", "description", "queryDescription", "executionPlan");

  private ClassicEntities() {}

  /** Who names the versioned type reads today's form, whatever the session's mode. */
  static boolean areReadBy(Exchange exchange) {
    return exchange.accept().filter(types -> types.contains(MediaTypes.KSQL_V1_JSON)).isEmpty();
  }

  static ArrayNode of(List<Entity> entities) {
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (Entity entity : entities) {
      ObjectNode fields = WireJson.mapper().valueToTree(entity);
      JsonNode type = fields.remove(TYPE);
      answers.addObject().set(NAMES.getOrDefault(type.asText(), type.asText()), fields);
    }
    return answers;
  }
}
