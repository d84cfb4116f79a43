package io.confluent.ksql.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaJson;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A request as the API sees it.
 *
 * @param method GET, POST, ...
 * @param path segments of the path, decoded
 * @param query parameters by name
 * @param body text of the body; empty if there is none
 */
record ApiRequest(String method, List<String> path, Map<String, String> query, String body) {
  ApiRequest {
    path = List.copyOf(path);
    query = Map.copyOf(query);
  }

  /** The request without the first segments of its path. */
  ApiRequest below(int segments) {
    return new ApiRequest(method, path.subList(segments, path.size()), query, body);
  }

  boolean is(String wantedMethod, int segments) {
    return method.equals(wantedMethod) && path.size() == segments;
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(query.get(name));
  }

  JsonNode json() {
    JsonNode tree;
    try {
      tree = SchemaJson.parse(body);
    } catch (JsonProcessingException e) {
      throw new RegistryException(400, "The body is not JSON: " + e.getOriginalMessage());
    }
    if (!tree.isObject()) {
      throw new RegistryException(400, "The body must be a JSON object.");
    }
    return tree;
  }

  RegistrySchema schema() {
    return SchemaJson.schema(json());
  }

  /** A whole number of the body, if it is there. */
  OptionalInt number(String member) {
    JsonNode value = json().path(member);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.isInt() || value.intValue() < 0) {
      throw new RegistryException(400, "The member '" + member + "' must be a number from 0 on.");
    }
    return OptionalInt.of(value.intValue());
  }
}
