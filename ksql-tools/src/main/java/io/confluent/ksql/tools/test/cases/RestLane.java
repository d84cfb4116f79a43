package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.serde.registry.HttpSchemaRegistry;
import io.confluent.ksql.serde.registry.RegistryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A server with its broker and registry, and what cases need to deal with them. */
final class RestLane implements AutoCloseable {
  private static final Duration REGISTRY_TIMEOUT = Duration.ofSeconds(10);
  private static final int DROPS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String COMMAND_TOPIC =
      "_confluent-ksql-" + RestCases.SERVICE_ID + "_command_topic";

  private final RestServers.Running server;
  private final FunctionRegistry functions;
  private final Path directory;
  private final int number;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final HttpSchemaRegistry registry;
  private final Set<String> own;
  private int run;

  /**
   * @param number of this lane, for names
   */
  RestLane(RestServers.Running server, FunctionRegistry functions, Path directory, int number) {
    this.server = server;
    this.functions = functions;
    this.directory = directory;
    this.number = number;
    admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers()));
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    registry = new HttpSchemaRegistry(List.of(server.registry()), REGISTRY_TIMEOUT);
    own = topics();
    own.add(COMMAND_TOPIC);
  }

  Admin admin() {
    return admin;
  }

  KafkaProducer<byte[], byte[]> producer() {
    return producer;
  }

  HttpSchemaRegistry registry() {
    return registry;
  }

  FunctionRegistry functions() {
    return functions;
  }

  Path directory() {
    return directory;
  }

  String bootstrapServers() {
    return server.bootstrapServers();
  }

  RestClient client(Map<String, String> properties) {
    return new RestClient(server.server(), properties);
  }

  /** Throws a {@link CaseFailure} if something does not hold that the case says. */
  void run(TestCase test) {
    run++;
    new RestRun(RestNames.unique(test, number + "x" + run + "x"), this).run();
  }

  /** Removes what a case made; a server that cannot do that spoils the cases that follow. */
  void cleanUp() {
    RestClient client = client(Map.of());
    endQueries(client);
    // What was not dropped may wait for a command before it.
    for (int i = 0; i < DROPS && isSomethingLeft(client); i++) {
      dropAll(client, "TABLE", "tables");
      dropAll(client, "STREAM", "streams");
    }
    client
        .ksql("LIST TYPES;")
        .body()
        .path(0)
        .path("types")
        .fieldNames()
        .forEachRemaining(type -> client.ksql("DROP TYPE `" + type + "`;"));
    // What others refer to goes after them.
    for (int i = 0; i < DROPS; i++) {
      registry.subjects().forEach(this::tryToDelete);
    }
    Set<String> left = topics();
    left.removeAll(own);
    left.removeIf(topic -> topic.startsWith("__"));
    admin.deleteTopics(left).topicNameValues().values().forEach(RestLane::awaitDeleted);
  }

  /** The server removes topics too, of the queries that were ended. */
  private static void awaitDeleted(KafkaFuture<Void> deletion) {
    get(
        () -> {
          try {
            return deletion.get();
          } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
              return null;
            }
            throw e;
          }
        });
  }

  /** Ends all, and waits for those of clients, which would look for their topics in vain. */
  private static void endQueries(RestClient client) {
    for (JsonNode query : RestClient.listed(client.ksql("LIST QUERIES;"), "queries")) {
      if (!query.path("id").asText().startsWith("CST_")) {
        client.ksql("TERMINATE " + query.path("id").asText() + ";");
      }
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean left = true;
    while (left && System.nanoTime() < deadline) {
      left = false;
      for (JsonNode query : RestClient.listed(client.ksql("LIST QUERIES;"), "queries")) {
        left |= query.path("queryType").asText().equals("PUSH");
      }
    }
  }

  private void tryToDelete(String subject) {
    try {
      registry.deleteSubject(subject);
    } catch (RegistryException e) {
      // Something refers to it; the next round may find that gone.
      return;
    }
  }

  private static boolean isSomethingLeft(RestClient client) {
    return RestClient.listed(client.ksql("LIST TABLES;"), "tables").iterator().hasNext()
        || RestClient.listed(client.ksql("LIST STREAMS;"), "streams").iterator().hasNext();
  }

  private static void dropAll(RestClient client, String kind, String member) {
    for (JsonNode source : RestClient.listed(client.ksql("LIST " + kind + "S;"), member)) {
      client.ksql("DROP " + kind + " `" + source.path("name").asText() + "`;");
    }
  }

  private Set<String> topics() {
    return get(() -> new TreeSet<>(admin.listTopics().names().get()));
  }

  /** A call to Kafka. */
  @FunctionalInterface
  interface Call<T> {
    T get() throws ExecutionException, InterruptedException;
  }

  static <T> T get(Call<T> call) {
    try {
      return call.get();
    } catch (ExecutionException e) {
      throw new CaseFailure("Kafka refused: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaseFailure("Interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
