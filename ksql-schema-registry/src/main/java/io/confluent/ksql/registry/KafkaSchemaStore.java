package io.confluent.ksql.registry;

import io.confluent.ksql.serde.registry.RegistryChange;
import io.confluent.ksql.serde.registry.RegistryException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Keeps the changes in a compacted topic of one partition. Writes are transactions under an id made
 * from the topic's name: a second server shuts the first one out before it reads, so that no two
 * servers give the same id to different schemas.
 */
public final class KafkaSchemaStore implements SchemaStore {
  /** The topic that schema registries use. */
  public static final String DEFAULT_TOPIC = "_schemas";

  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> clientConfig;
  private final TopicPartition partition;
  private final short replicas;
  private final Duration timeout;
  private final KafkaProducer<byte[], byte[]> producer;
  private boolean unusable;

  /**
   * A store that has not spoken with Kafka yet.
   *
   * @param clientConfig configuration of the Kafka clients; at least {@code bootstrap.servers}
   * @param topic the topic; created if it does not exist
   * @param replicas how many replicas it is created with
   * @param timeout for whatever is asked of Kafka
   */
  public KafkaSchemaStore(
      Map<String, Object> clientConfig, String topic, short replicas, Duration timeout) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.partition = new TopicPartition(topic, 0);
    this.replicas = replicas;
    this.timeout = timeout;
    Map<String, Object> config = new HashMap<>(clientConfig);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic + "-writer");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public synchronized void replay(Consumer<RegistryChange> each) {
    try {
      createTopic();
      producer.initTransactions();
      readAll(each);
    } catch (KafkaException e) {
      throw failed("cannot be read", e);
    }
  }

  private void createTopic() {
    NewTopic topic =
        new NewTopic(partition.topic(), 1, replicas)
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    Map<String, Object> config = new HashMap<>(clientConfig);
    // Closing the client waits for what it still asks.
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
    try (Admin admin = Admin.create(config)) {
      admin.createTopics(List.of(topic)).all().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw failed("cannot be created", e.getCause());
      }
    } catch (TimeoutException e) {
      throw failed("cannot be created in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("cannot be created", e);
    }
  }

  private void readAll(Consumer<RegistryChange> each) {
    Map<String, Object> config = new HashMap<>(clientConfig);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition), timeout).get(partition);
      long deadline = System.nanoTime() + timeout.toNanos();
      while (consumer.position(partition, timeout) < end) {
        var records = consumer.poll(POLL).records(partition);
        for (ConsumerRecord<byte[], byte[]> record : records) {
          each.accept(change(record));
        }
        if (!records.isEmpty()) {
          deadline = System.nanoTime() + timeout.toNanos();
        } else if (System.nanoTime() > deadline) {
          throw failed("cannot be read to its end in time", null);
        }
      }
    } finally {
      // Its last fetch, which finds nothing, would be waited for.
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  private RegistryChange change(ConsumerRecord<byte[], byte[]> record) {
    try {
      return ChangeJson.change(record.key(), record.value());
    } catch (IllegalArgumentException | RegistryException e) {
      throw failed(
          "holds a record that was not written by this registry, at offset " + record.offset(), e);
    }
  }

  @Override
  public synchronized void append(RegistryChange change) {
    if (unusable) {
      throw failed(
          "is not written to by this server any more, since another one took over or a write was cut"
              + " off; restart it",
          null);
    }
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            partition.topic(),
            partition.partition(),
            ChangeJson.key(change),
            ChangeJson.value(change));
    try {
      producer.beginTransaction();
      producer.send(record);
      producer.commitTransaction();
    } catch (KafkaException e) {
      abort();
      throw failed("cannot be written to", e);
    }
  }

  /** What cannot be aborted either was decided by another writer, or is not known. */
  private void abort() {
    try {
      producer.abortTransaction();
    } catch (KafkaException | IllegalStateException e) {
      unusable = true;
    }
  }

  private RegistryException failed(String what, Throwable cause) {
    String message = "The topic " + partition.topic() + " of the schema registry " + what;
    RegistryException failure =
        new RegistryException(
            ErrorCodes.STORE, cause == null ? message + "." : message + ": " + cause.getMessage());
    if (cause != null) {
      failure.initCause(cause);
    }
    return failure;
  }

  @Override
  public void close() {
    producer.close(timeout);
  }
}
