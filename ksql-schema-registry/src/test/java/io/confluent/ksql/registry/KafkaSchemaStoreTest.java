package io.confluent.ksql.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.serde.registry.RegistryChange.HighestId;
import io.confluent.ksql.serde.registry.RegistryException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSchemaStoreTest extends SchemaStoreContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  @TempDir static Path directory;
  private static TestBroker broker;
  private static int topics;

  private String topic;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = TestBroker.start(directory);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Override
  protected SchemaStore open() {
    topic = "_schemas" + topics++;
    return store();
  }

  @Override
  protected SchemaStore reopen(SchemaStore closed) {
    return store();
  }

  private KafkaSchemaStore store() {
    return new KafkaSchemaStore(broker.clientConfig(), topic, (short) 1, TIMEOUT);
  }

  @Test
  void writesToACompactedTopicOfOnePartition() throws Exception {
    try (SchemaStore store = open();
        Admin admin = Admin.create(broker.clientConfig())) {
      store.replay(change -> {});

      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      assertThat(
              admin
                  .describeConfigs(List.of(resource))
                  .all()
                  .get(10, TimeUnit.SECONDS)
                  .get(resource)
                  .get("cleanup.policy")
                  .value())
          .isEqualTo("compact");
      assertThat(
              admin
                  .describeTopics(List.of(topic))
                  .allTopicNames()
                  .get(10, TimeUnit.SECONDS)
                  .get(topic)
                  .partitions())
          .hasSize(1);
    }
  }

  @Test
  void aSecondServerShutsTheFirstOneOut() {
    try (SchemaStore first = open();
        SchemaStore second = store()) {
      first.replay(change -> {});
      first.append(new HighestId(1));

      assertThat(replayed(second)).containsExactly(new HighestId(1));
      second.append(new HighestId(2));

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> first.append(new HighestId(3)))
            .isInstanceOf(RegistryException.class)
            .hasMessageContaining(topic);
      }
    }
    try (SchemaStore third = store()) {
      assertThat(replayed(third)).containsExactly(new HighestId(1), new HighestId(2));
    }
  }

  @Test
  void doesNotStartOnATopicOfSomethingElse() throws Exception {
    try (SchemaStore store = open()) {
      store.replay(change -> {});
    }
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            broker.clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(topic, bytes, bytes)).get(10, TimeUnit.SECONDS);
    }

    assertThatThrownBy(() -> SchemaRegistryServer.start(RegistryServerOptions.local(0), store()))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("offset 0");
  }

  @Test
  void saysThatKafkaIsAway() {
    try (KafkaSchemaStore store =
        new KafkaSchemaStore(
            Map.of("bootstrap.servers", "127.0.0.1:1"), "t", (short) 1, Duration.ofMillis(500))) {
      assertThatThrownBy(() -> store.replay(change -> {}))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("cannot be created");
    }
  }
}
