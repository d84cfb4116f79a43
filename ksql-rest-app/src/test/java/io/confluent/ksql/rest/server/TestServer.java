package io.confluent.ksql.rest.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.EngineSettings;
import io.confluent.ksql.engine.FunctionLibrary;
import io.confluent.ksql.engine.Outside;
import io.confluent.ksql.engine.command.CommandLog;
import io.confluent.ksql.engine.command.InMemoryCommandLog;
import io.confluent.ksql.engine.facts.InstalledFormats;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.engine.topics.InMemoryTopics;
import io.confluent.ksql.planner.Planner;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.WireJson;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.setting.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server on a free port over topics and a command log in memory. */
final class TestServer implements AutoCloseable {
  private static final FunctionRegistry FUNCTIONS = FunctionLibrary.load(Settings.defaults());

  private final InMemoryTopics topics = new InMemoryTopics();
  private final SchemaRegistry registry = new InMemorySchemaRegistry();
  private final FakeQueries queries = new FakeQueries();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final KsqlServer server;

  TestServer(Map<String, String> settings) {
    this(settings, new InMemoryCommandLog());
  }

  TestServer(Map<String, String> given, CommandLog log) {
    Settings settings = Settings.of(Map.of("listeners", "http://127.0.0.1:0")).with(given);
    Formats formats = Formats.installed();
    Outside outside = new Outside(topics, topics, topics, formats, Optional.of(registry));
    PropertyRules rules =
        new PropertyRules(KnownSettings.all(), settings.get(EngineSettings.DENIED_OVERRIDES));
    Engine engine =
        new Engine(
            log,
            new Planner(FUNCTIONS, new InstalledFormats(formats)),
            outside,
            signature -> ((ScalarFunction) FUNCTIONS.require(signature)).bind(signature, Map.of()),
            queries,
            rules,
            settings);
    engine.start();
    server =
        KsqlServer.serve(
            new ServerParts(engine, queries, FUNCTIONS, outside, rules, settings),
            new ServerIdentity("0.1.0", "cluster-1", "default_"),
            List.of(engine));
  }

  static TestServer start() {
    return new TestServer(Map.of());
  }

  InMemoryTopics topics() {
    return topics;
  }

  FakeQueries queries() {
    return queries;
  }

  SchemaRegistry registry() {
    return registry;
  }

  String url() {
    return server.url();
  }

  int port() {
    return URI.create(url()).getPort();
  }

  TestServer topic(String name, int partitions) {
    topics.create(new Duty.CreateTopic(name, partitions, (short) 1, Map.of()));
    return this;
  }

  /** The answer to statements, which must be right. */
  JsonNode ksql(String statements) {
    HttpResponse<String> response = post("/ksql", WireJson.write(KsqlRequest.of(statements)));
    if (response.statusCode() != 200) {
      throw new AssertionError(response.body());
    }
    return json(response.body());
  }

  /** The error that answers statements, which must be wrong. */
  JsonNode error(String statements) {
    HttpResponse<String> response = post("/ksql", WireJson.write(KsqlRequest.of(statements)));
    JsonNode body = json(response.body());
    if (response.statusCode() == 200
        || body.path("error_code").asInt() / 100 != response.statusCode()) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return body;
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** An answer that is read while it comes. */
  HttpResponse<InputStream> open(String path, String body, String... headers) {
    try {
      return http.send(
          request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(20));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return WireJson.mapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
