package io.confluent.ksql.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.embedded.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on a cluster where another program has the command topic of its service id. */
class ForeignCommandTopicTest {
  private static final String TOPIC = "_confluent-ksql-default__command_topic";
  private static final String FOREIGN =
      "{\"statement\":\"CREATE STREAM X (A INT) WITH (..);\",\"streamsProperties\":{},\"version\":18}";

  @TempDir Path directory;

  @Test
  void doesNotStartAndWritesNothing() throws Exception {
    try (EmbeddedBroker broker = new EmbeddedBroker(directory.resolve("data"), 0).start()) {
      Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (Admin admin = Admin.create(config);
          KafkaProducer<String, String> producer =
              new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        producer.send(new ProducerRecord<>(TOPIC, "\"stream/X/create\"", FOREIGN)).get();

        Run.Result result = startOn(broker);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).contains("another program", "ksql.service.id");
        assertThat(result.output()).doesNotContain("listening");
        assertThat(end(admin)).isEqualTo(1);
        assertThat(admin.listTopics().names().get()).containsExactly(TOPIC);
      }
    }
  }

  private Run.Result startOn(EmbeddedBroker broker) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("server.properties"),
            "bootstrap.servers=%s\nlisteners=http://127.0.0.1:%d\n"
                .formatted(broker.bootstrapServers(), Ports.free().ksql()));
    return Processes.of("ksql-server-start", directory, file.toString()).result();
  }

  private static long end(Admin admin) throws Exception {
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }
}
