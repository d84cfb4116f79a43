package io.confluent.ksql.embedded;

import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the demo does with Kafka itself: sends messages, and looks how far queries have read. */
final class DemoKafka implements AutoCloseable {
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  DemoKafka(String bootstrapServers) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
    this.admin = Admin.create(config);
    this.producer =
        new KafkaProducer<>(
            new HashMap<>(config), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends the lines of a file as messages without key, one after another.
   *
   * @param perSecond how many a second
   * @return how many
   */
  int replay(Path file, String topic, double perSecond) throws InterruptedException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long pause = Math.round(1000 / perSecond);
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (String line : lines) {
      if (!line.isEmpty()) {
        sent.add(producer.send(new ProducerRecord<>(topic, line.getBytes(StandardCharsets.UTF_8))));
        Thread.sleep(pause);
      }
    }
    producer.flush();
    sent.forEach(message -> get(message::get));
    return sent.size();
  }

  /** How many records a topic holds, all partitions together. */
  long size(String topic) {
    return ends(topic).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Waits until a consumer group has committed all of a topic; false if it takes longer. */
  boolean awaitRead(String group, String topic, Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < end) {
      Map<TopicPartition, Long> ends = ends(topic);
      Map<TopicPartition, OffsetAndMetadata> read =
          get(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
      boolean done =
          ends.entrySet().stream()
              .allMatch(
                  partition ->
                      partition.getValue() == 0
                          || read.get(partition.getKey()) != null
                              && read.get(partition.getKey()).offset() >= partition.getValue());
      if (done) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  private Map<TopicPartition, Long> ends(String topic) {
    TopicDescription description =
        get(() -> admin.describeTopics(List.of(topic)).allTopicNames().get()).get(topic);
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    description
        .partitions()
        .forEach(p -> wanted.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        get(() -> admin.listOffsets(wanted).all().get());
    Map<TopicPartition, Long> ends = new HashMap<>();
    found.forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
  }

  private interface Call<T> {
    T get() throws InterruptedException, ExecutionException;
  }

  private static <T> T get(Call<T> call) {
    try {
      return call.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KsqlException("Interrupted while Kafka was asked", e);
    } catch (ExecutionException e) {
      throw new KsqlException("Kafka did not answer: " + e.getCause().getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    admin.close(Duration.ofSeconds(5));
  }
}
