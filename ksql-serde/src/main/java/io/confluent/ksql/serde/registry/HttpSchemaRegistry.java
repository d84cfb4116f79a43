package io.confluent.ksql.serde.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.http.LazyHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A schema registry behind HTTP. Schemas are kept by id once they are known: an id never changes
 * its meaning. If there are several addresses, the next is tried when one cannot be reached.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int NOT_FOUND = 404;

  private final List<String> addresses;
  private final Optional<String> authorization;
  private final Duration timeout;
  private final LazyHttpClient client;
  private final Map<Integer, RegistrySchema> schemas = new ConcurrentHashMap<>();

  /**
   * A client without a password.
   *
   * @param addresses one or more, such as {@code http://127.0.0.1:8081}
   * @param timeout for connecting and for each answer
   */
  public HttpSchemaRegistry(List<URI> addresses, Duration timeout) {
    this(addresses, timeout, "");
  }

  /**
   * A client that authenticates itself.
   *
   * @param userInfo name and password with a colon between; none if empty
   */
  public HttpSchemaRegistry(List<URI> addresses, Duration timeout, String userInfo) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("A registry has at least one address");
    }
    this.addresses =
        addresses.stream().map(address -> address.toString().replaceAll("/+$", "")).toList();
    this.timeout = timeout;
    authorization =
        userInfo.isEmpty()
            ? Optional.empty()
            : Optional.of(
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(userInfo.getBytes(StandardCharsets.UTF_8)));
    client = new LazyHttpClient(timeout);
  }

  @Override
  public int register(String subject, RegistrySchema schema) {
    JsonNode answer = post("/subjects/" + segment(subject) + "/versions", schema);
    return number(answer, "id");
  }

  @Override
  public Optional<RegisteredSchema> latest(String subject) {
    return orEmpty("/subjects/" + segment(subject) + "/versions/latest")
        .map(HttpSchemaRegistry::registered);
  }

  @Override
  public Optional<RegisteredSchema> version(String subject, int version) {
    return orEmpty("/subjects/" + segment(subject) + "/versions/" + version)
        .map(HttpSchemaRegistry::registered);
  }

  @Override
  public Optional<RegisteredSchema> lookup(String subject, RegistrySchema schema) {
    try {
      return Optional.of(registered(post("/subjects/" + segment(subject), schema)));
    } catch (RegistryException e) {
      return emptyIfNotFound(e);
    }
  }

  @Override
  public Optional<RegistrySchema> byId(int id) {
    RegistrySchema known = schemas.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<RegistrySchema> found = orEmpty("/schemas/ids/" + id).map(SchemaJson::schema);
    found.ifPresent(schema -> schemas.put(id, schema));
    return found;
  }

  @Override
  public List<String> subjects() {
    List<String> names = new ArrayList<>();
    send("GET", "/subjects", BodyPublishers.noBody()).forEach(name -> names.add(name.asText()));
    return names.stream().sorted().toList();
  }

  @Override
  public List<Integer> versions(String subject) {
    return orEmpty("/subjects/" + segment(subject) + "/versions")
        .map(HttpSchemaRegistry::numbers)
        .orElse(List.of());
  }

  @Override
  public List<Integer> deleteSubject(String subject) {
    try {
      return numbers(send("DELETE", "/subjects/" + segment(subject), BodyPublishers.noBody()));
    } catch (RegistryException e) {
      return HttpSchemaRegistry.<List<Integer>>emptyIfNotFound(e).orElse(List.of());
    }
  }

  @Override
  public boolean isCompatible(String subject, RegistrySchema schema) {
    try {
      return post("/compatibility/subjects/" + segment(subject) + "/versions", schema)
          .path("is_compatible")
          .asBoolean();
    } catch (RegistryException e) {
      return HttpSchemaRegistry.<Boolean>emptyIfNotFound(e).orElse(true);
    }
  }

  private Optional<JsonNode> orEmpty(String path) {
    try {
      return Optional.of(send("GET", path, BodyPublishers.noBody()));
    } catch (RegistryException e) {
      return emptyIfNotFound(e);
    }
  }

  private static <T> Optional<T> emptyIfNotFound(RegistryException e) {
    if (e.status() == NOT_FOUND) {
      return Optional.empty();
    }
    throw e;
  }

  private JsonNode post(String path, RegistrySchema schema) {
    String body = SchemaJson.put(SchemaJson.object(), schema).toString();
    return send("POST", path, BodyPublishers.ofString(body));
  }

  private JsonNode send(String method, String path, BodyPublisher body) {
    IOException last = null;
    for (String address : addresses) {
      try {
        return answer(
            client.get().send(request(address + path, method, body), BodyHandlers.ofString()));
      } catch (IOException e) {
        last = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RegistryException("Waiting for the schema registry was interrupted.", e);
      }
    }
    throw new RegistryException(
        "The schema registry at %s cannot be reached: %s"
            .formatted(String.join(", ", addresses), last),
        last);
  }

  private HttpRequest request(String uri, String method, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri))
            .timeout(timeout)
            .header("Accept", CONTENT_TYPE + ", application/json")
            .header("Content-Type", CONTENT_TYPE)
            .method(method, body);
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private static JsonNode answer(HttpResponse<String> response) {
    boolean good = response.statusCode() / 100 == 2;
    JsonNode json;
    try {
      json = SchemaJson.parse(response.body());
    } catch (JsonProcessingException e) {
      throw new RegistryException(
          good ? 502 : response.statusCode(),
          "The schema registry answered with status %d and no JSON."
              .formatted(response.statusCode()));
    }
    if (!good) {
      throw new RegistryException(
          json.path("error_code").asInt(response.statusCode()),
          json.path("message").asText("status " + response.statusCode()));
    }
    return json;
  }

  private static RegisteredSchema registered(JsonNode json) {
    return new RegisteredSchema(
        json.path("subject").asText(),
        number(json, "version"),
        number(json, "id"),
        SchemaJson.schema(json));
  }

  private static int number(JsonNode json, String member) {
    if (!json.path(member).isInt()) {
      throw new RegistryException(502, "The schema registry's answer has no " + member + ".");
    }
    return json.path(member).intValue();
  }

  private static List<Integer> numbers(JsonNode json) {
    List<Integer> numbers = new ArrayList<>();
    json.forEach(number -> numbers.add(number.asInt()));
    return numbers;
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
