package io.confluent.ksql.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.SchemaJson;

/**
 * An answer of the API.
 *
 * @param status HTTP status
 * @param body JSON text
 */
record ApiAnswer(int status, String body) {
  private static final int BACKEND_ERROR = 500;

  static ApiAnswer of(JsonNode json) {
    return new ApiAnswer(200, json.toString());
  }

  static ApiAnswer text(String json) {
    return new ApiAnswer(200, json);
  }

  static ApiAnswer error(RegistryException e) {
    int status = e.status() == 0 ? BACKEND_ERROR : e.status();
    return error(status, e.code() == 0 ? BACKEND_ERROR : e.code(), e.getMessage());
  }

  static ApiAnswer error(int status, int code, String message) {
    return new ApiAnswer(
        status, SchemaJson.object().put("error_code", code).put("message", message).toString());
  }
}
